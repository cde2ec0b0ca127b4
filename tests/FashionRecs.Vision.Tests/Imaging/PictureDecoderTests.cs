using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

public class PictureDecoderTests
{
    // A 24×16 pure red JPEG in CMYK, which SkiaSharp reads but cannot write.
    private const string Cmyk =
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABgj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKIAsWbWqQAAAB//2Q==";

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Decode_EachFormat_GivesItsPixels(SKEncodedImageFormat format)
    {
        using var picture = PictureDecoder.Decode(Pictures.Encode(20, 30, format, ground: SKColors.Teal));

        Assert.Equal((20, 30), (picture.Width, picture.Height));
        AssertNear(SKColors.Teal, picture.Bitmap.GetPixel(10, 15));
    }

    [Fact]
    public void Decode_Cmyk_GivesRed()
    {
        using var picture = PictureDecoder.Decode(Convert.FromBase64String(Cmyk));

        Assert.Equal((24, 16), (picture.Width, picture.Height));
        var pixel = picture.Bitmap.GetPixel(12, 8);
        Assert.True(pixel.Red > 180 && pixel.Green < 80 && pixel.Blue < 80, pixel.ToString());
    }

    [Fact]
    public void Decode_Gray_GivesEqualChannels()
    {
        using var gray = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Gray8));
        gray.Erase(new SKColor(120, 120, 120));
        using var data = gray.Encode(SKEncodedImageFormat.Png, 100);

        using var picture = PictureDecoder.Decode(data.ToArray());

        AssertNear(new SKColor(120, 120, 120), picture.Bitmap.GetPixel(4, 4));
    }

    [Fact]
    public void Decode_TransparentParts_AreWhite()
    {
        using var picture = PictureDecoder.Decode(Pictures.Encode(8, 8, SKEncodedImageFormat.Png, ground: SKColors.Transparent));

        Assert.Equal(SKColors.White, picture.Bitmap.GetPixel(4, 4));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void Decode_ExifOrientation_StandsUpright(byte orientation, int column, int row)
    {
        using var picture = PictureDecoder.Decode(Pictures.WithOrientation(Pictures.Corner(64, 32), orientation));

        Assert.Equal(orientation >= 5 ? (32, 64) : (64, 32), (picture.Width, picture.Height));
        for (var x = 0; x < 2; x++)
        {
            for (var y = 0; y < 2; y++)
            {
                var pixel = picture.Bitmap.GetPixel(picture.Width * ((2 * x) + 1) / 4, picture.Height * ((2 * y) + 1) / 4);
                AssertNear((x, y) == (column, row) ? SKColors.Red : SKColors.White, pixel);
            }
        }
    }

    [Fact]
    public void Decode_EnoughIsSmall_DecodesReducedButKeepsTheSize()
    {
        using var picture = PictureDecoder.Decode(Pictures.Corner(1600, 1200), (144, 192));

        Assert.Equal((1600, 1200), (picture.Width, picture.Height));
        Assert.InRange(picture.Bitmap.Width, 144, 800);
    }

    // By name: the runner writes a theory's arguments down one by one, which takes gigabytes for 25 million bytes.
    [Theory]
    [InlineData("empty", "The picture is empty.")]
    [InlineData("text", "The file is not a readable JPEG, PNG or WebP picture.")]
    [InlineData("cut", "cut off")]
    [InlineData("giant", "The picture is 60000×60000 pixels; at most 50 megapixels are read.")]
    [InlineData("heavy", "at most 25 MB are read.")]
    public void Decode_Unusable_SaysWhyInOneSentence(string what, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PictureDecoder.Decode(Unusable(what)));

        Assert.Contains(expected, exception.Message);
    }

    private static byte[] Unusable(string what) => what switch
    {
        "empty" => [],
        "text" => "not a picture"u8.ToArray(),
        "cut" => Cut(Pictures.Corner(640, 640)),
        "giant" => Giant(),
        "heavy" => new byte[PictureLimits.MaximumBytes + 1],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such picture."),
    };

    private static byte[] Cut(byte[] encoded) => encoded[..(encoded.Length * 3 / 4)];

    /// <summary>A PNG whose header claims 60,000×60,000 pixels.</summary>
    private static byte[] Giant()
    {
        var png = Pictures.Encode(4, 4, SKEncodedImageFormat.Png);
        byte[] size = [0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        size.CopyTo(png, 20);
        var crc = uint.MaxValue; // PNG's CRC-32 over the chunk's type and data
        foreach (var part in png.AsSpan(12, 17))
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~crc);
        return png;
    }

    private static void AssertNear(SKColor expected, SKColor actual)
    {
        var distance =
            Math.Abs(expected.Red - actual.Red) + Math.Abs(expected.Green - actual.Green) + Math.Abs(expected.Blue - actual.Blue);
        Assert.True(distance < 24, $"expected {expected}, was {actual}");
    }
}
