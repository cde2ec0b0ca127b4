using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using ImageMagick;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

public class PictureJudgeTests
{
    // A 24×16 pure red JPEG in CMYK.
    private const string Cmyk = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABgj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKIAsWbWqQAAAB//2Q==";

    private static readonly byte[] Jpeg = GarmentPictures.Encode(SKEncodedImageFormat.Jpeg);
    private static readonly byte[] Png = GarmentPictures.Encode(SKEncodedImageFormat.Png);
    private static readonly byte[] WebP = GarmentPictures.Encode(SKEncodedImageFormat.Webp);

    private static readonly byte[] Place = [.. "II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0 52 31 12 N 13 24 18 E"u8];

    public static TheoryData<string> Good =>
    [
        "jpeg", "png", "webp", "heic", "avif", "cmyk", "progressive", "grey jpeg", "grey png", "16 bits", "palette", "cut out",
        "interlaced", "junk behind jpeg", "junk behind png",
        "junk behind webp", "broken exif", "long exif", "broken profile", "comment", "restarts", "fill bytes", "wrong sum of a note",
        "profile in png", "thumbnail",
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void Judge_GoodPicture_IsTakenAndStillReadable(string what)
    {
        var inspected = PictureJudge.Judge(GoodOne(what));

        using var picture = PictureDecoder.Decode(inspected.Bytes.Span);
        Assert.Equal((picture.Width, picture.Height), (inspected.Width, inspected.Height));
        Assert.Equal(what is "cmyk", inspected.IsBlank);
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "empty", "The picture is empty." }, { "text", "not a readable JPEG, PNG, WebP, HEIC or AVIF picture" },
        { "program", "not a readable" },
        { "gif", "The file is a GIF picture; hand it in as JPEG, PNG, WebP, HEIC or AVIF." }, { "bmp", "a BMP picture" },
        { "tiff", "a TIFF picture" },
        { "half with an end", "damaged" }, { "tenth with an end", "damaged" }, { "cut jpeg", "cut off" },
        { "half progressive with an end", "damaged" }, { "scans missing", "cut off" },
        { "header alone", "damaged" }, { "cut png", "cut off" }, { "half png", "damaged" }, { "wrong sum", "damaged" },
        { "cut webp", "cut off" }, { "half webp", "damaged" },
        { "moving webp", "The picture moves" }, { "moving png", "The picture moves" }, { "cut heic", "" }, { "cut avif", "" },
        { "64 megapixels", "at most 50 megapixels" }, { "heavy", "at most 25 MB" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Judge_BadPicture_SaysWhyInOneSentence(string what, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PictureJudge.Judge(BadOne(what)));

        Assert.Contains(expected, exception.Message);
        Assert.EndsWith(".", exception.Message);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Judge_PictureThatSaysWhereItWasTaken_IsKeptWithoutThat(string what)
    {
        var told = what switch
        {
            "jpeg" => GarmentPictures.WithSegment(Jpeg, 0xE1, [.. "Exif\0\0"u8, .. Place]),
            "png" => HandmadePng.With(Png, HandmadePng.Chunk("eXIf", Place), HandmadePng.Chunk("tEXt", [.. "place\0 52 31 12 N"u8])),
            _ => GarmentPictures.Extended(WebP, 0x08, 240, 320, ("EXIF", Place)),
        };
        Assert.True(told.AsSpan().IndexOf("52 31 12"u8) > 0);

        var kept = PictureJudge.Judge(told).Bytes.Span;

        Assert.Equal(-1, kept.IndexOf("52 31 12"u8));
        using var before = PictureDecoder.Decode(told);
        using var after = PictureDecoder.Decode(kept);
        Assert.True(before.Bitmap.GetPixelSpan().SequenceEqual(after.Bitmap.GetPixelSpan()));
    }

    [Theory]
    [InlineData("jpeg", 3)]
    [InlineData("jpeg", 6)]
    [InlineData("png", 6)]
    [InlineData("png", 8)]
    [InlineData("webp", 5)]
    [InlineData("webp", 6)]
    public void Judge_TurnedPicture_StandsUpright(string what, byte orientation)
    {
        var corner = Pictures.Corner(64, 32);
        byte[] note = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var turned = what switch
        {
            "jpeg" => Pictures.WithOrientation(corner, orientation),
            "png" => HandmadePng.With(GarmentPictures.Again(corner, MagickFormat.Png, _ => { }), HandmadePng.Chunk("eXIf", note)),
            _ => GarmentPictures.Extended(Again(corner), 0x08, 64, 32, ("EXIF", note)),
        };

        var inspected = PictureJudge.Judge(turned);

        using var expected = PictureDecoder.Decode(Pictures.WithOrientation(corner, orientation));
        using var picture = PictureDecoder.Decode(inspected.Bytes.Span);
        Assert.Equal((expected.Width, expected.Height), (inspected.Width, inspected.Height));
        foreach (var (x, y) in new[] { (0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75) })
        {
            SKColor At(DecodedPicture from) => from.Bitmap.GetPixel((int)(x * from.Width), (int)(y * from.Height));
            Assert.InRange(Math.Abs(At(expected).Green - At(picture).Green), 0, 16);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_PictureOfATelephone_IsKeptAsJpeg(bool heic)
    {
        var inspected = PictureJudge.Judge(heic ? PhonePictures.Heic : PhonePictures.Avif);

        Assert.Equal(heic ? (64, 80) : (48, 64), (inspected.Width, inspected.Height));
        Assert.True(inspected.Bytes.Span is [0xFF, 0xD8, ..]);
        using var picture = PictureDecoder.Decode(inspected.Bytes.Span);
        Assert.True(picture.Bitmap.GetPixel(10, 30) is { Red: > 220, Green: < 40, Blue: < 40 });
        Assert.True(picture.Bitmap.GetPixel(38, 30) is { Red: > 220, Green: > 220, Blue: > 220 });
    }

    [Fact]
    public void Judge_AlreadyKeptPicture_StaysAsItIs()
    {
        foreach (var what in Good)
        {
            var kept = PictureJudge.Judge(GoodOne(what)).Bytes.ToArray();
            Assert.Equal(kept, PictureJudge.Judge(kept).Bytes.ToArray());
        }
    }

    [Fact]
    public void Judge_NearlyOneColour_IsBlank()
    {
        byte[] OfColour(SKColor colour, SKEncodedImageFormat format) => Pictures.Encode(300, 400, format, ground: colour);
        Assert.All([SKColors.White, SKColors.Transparent, SKColors.Black, SKColors.Teal], colour =>
            Assert.All([SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp],
                format => Assert.True(PictureJudge.Judge(OfColour(colour, format)).IsBlank)));
        Assert.True(PictureJudge.Judge(Pictures.Encode(1, 1, SKEncodedImageFormat.Png)).IsBlank);
        Assert.False(PictureJudge.Judge(Pictures.Corner(300, 400)).IsBlank);
        Assert.False(PictureJudge.Judge(Pictures.Encode(800, 12_000, SKEncodedImageFormat.Png,
            canvas => canvas.DrawRect(100, 100, 600, 800, new SKPaint { Color = SKColors.Navy }))).IsBlank);
    }

    private static byte[] GoodOne(string what) => what switch
    {
        "jpeg" => Jpeg,
        "png" => Png,
        "webp" => WebP,
        "heic" => PhonePictures.Heic,
        "avif" => PhonePictures.Avif,
        "cmyk" => Convert.FromBase64String(Cmyk),
        "progressive" => GarmentPictures.Progressive(),
        "grey jpeg" => GarmentPictures.Again(Jpeg, MagickFormat.Jpeg, image => image.ColorSpace = ColorSpace.Gray),
        "grey png" => HandmadePng.Of(8, 0, Rows(8)),
        "16 bits" => HandmadePng.Of(16, 2, Rows(48)),
        "palette" => HandmadePng.Of(4, 3, [.. Rows(4).Select(row => row.Select(two => (byte)(two & 0x11)).ToArray())],
            HandmadePng.Chunk("PLTE", [0, 0, 0, 255, 0, 0])),
        "cut out" => HandmadePng.Of(8, 6, Rows(32)),
        "interlaced" => GarmentPictures.Again(Png, MagickFormat.Png, image => image.Settings.Interlace = Interlace.Png),
        "junk behind jpeg" => [.. Jpeg, .. "GET / HTTP/1.1\r\n"u8, 0xFF, 0xD8],
        "junk behind png" => [.. Png, 0, 0, 0],
        "junk behind webp" => [.. WebP, 1, 2, 3],
        "broken exif" => GarmentPictures.WithSegment(Jpeg, 0xE1, [.. "Exif\0\0II*\0\xFF\xFF\xFF\x7F"u8]),
        "long exif" => GarmentPictures.WithSegment(Jpeg, 0xE1, [.. "Exif\0\0MM\0*\0\0\0\x08\xFF\xFF"u8, .. new byte[60_000]]),
        "broken profile" => GarmentPictures.WithSegment(Jpeg, 0xE2, [.. "ICC_PROFILE\0\x01\x03 not a profile"u8]),
        "comment" => GarmentPictures.WithSegment(Jpeg, 0xFE, [.. "made by hand"u8]),
        "restarts" => GarmentPictures.Again(Jpeg, MagickFormat.Jpeg,
            image => image.Settings.SetDefine(MagickFormat.Jpeg, "restart-interval", "4")),
        "fill bytes" => [.. Jpeg[..2], 0xFF, 0xFF, 0xFF, .. Jpeg[2..]],
        "wrong sum of a note" => HandmadePng.With(Png, [.. HandmadePng.Chunk("tEXt", [.. "a\0b"u8])[..^1], 0]),
        "profile in png" => HandmadePng.With(Png, HandmadePng.Chunk("iCCP", [.. "broken\0\0 not deflated"u8])),
        "thumbnail" => GarmentPictures.WithSegment(Jpeg, 0xE1,
            [.. "Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"u8, .. GarmentPictures.Encode(SKEncodedImageFormat.Jpeg, 60, 80)]),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such picture."),
    };

    private static byte[] BadOne(string what) => what switch
    {
        "empty" => [],
        "text" => [.. "product,image,name"u8],
        "program" => [.. "MZ\0\0"u8],
        "gif" => [.. "GIF89a\x01\0\x01\0\0\0\0"u8],
        "bmp" => [.. "BM\0\0\0\0"u8],
        "tiff" => [.. "II*\0\x08\0\0\0"u8],
        "half with an end" => WithEnd(Jpeg, 0.45),
        "tenth with an end" => WithEnd(Jpeg, 0.9),
        "cut jpeg" => Jpeg[..(Jpeg.Length / 2)],
        "half progressive with an end" => WithEnd(GarmentPictures.Progressive(), 0.99),
        "scans missing" => [.. GarmentPictures.Progressive() is var whole ? whole[..GarmentPictures.LastScan(whole)] : [], 0xFF, 0xD9],
        "header alone" => [0xFF, 0xD8, 0xFF, 0xD9],
        "cut png" => Png[..(Png.Length / 2)],
        "half png" => HandmadePng.WithDataCutTo(Png, 0.5),
        "wrong sum" => [.. Png[..(Png.Length / 2)], (byte)(Png[Png.Length / 2] ^ 1), .. Png[((Png.Length / 2) + 1)..]],
        "cut webp" => WebP[..(WebP.Length / 2)],
        "half webp" => [.. "RIFF"u8, .. BitConverter.GetBytes((WebP.Length / 2) + 4), .. "WEBP"u8,
            .. GarmentPictures.Chunk("VP8 ", WebP[20..((WebP.Length / 2) + 12)])],
        "moving webp" => GarmentPictures.Extended(WebP, 0x02, 240, 320, ("ANIM", new byte[6]), ("ANMF", new byte[40]),
            ("ANMF", new byte[40])),
        "moving png" => HandmadePng.With(Png, HandmadePng.Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])),
        "cut heic" => PhonePictures.Heic[..^60],
        "cut avif" => PhonePictures.Avif[..^20],
        "64 megapixels" => HandmadePng.With(
            [.. HandmadePng.Signature, .. HandmadePng.Chunk("IHDR", [0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 8, 2, 0, 0, 0]),
            .. HandmadePng.Chunk("IDAT", [1]), .. HandmadePng.Chunk("IEND", [])]),
        "heavy" => new byte[PictureLimits.MaximumBytes + 1],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such picture."),
    };

    private static byte[] WithEnd(byte[] jpeg, double part) =>
        [.. jpeg[..(int)(jpeg.Length * part)].AsSpan().TrimEnd((byte)0xFF), 0xFF, 0xD9];

    private static byte[] Again(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, 100);
        return data.ToArray();
    }

    private static byte[][] Rows(int length) =>
        [.. Enumerable.Range(0, 8)
        .Select(row => Enumerable.Range(0, length).Select(at => (byte)(((row * 37) + (at * 91)) & 0xFF)).ToArray())];
}
