using System.Diagnostics;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

/// <summary>Files as they come from a broken disk or an attacker. A longer run: set FASHIONRECS_FUZZ to the number of files.</summary>
public class PictureFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Whole =
    [
        GarmentPictures.Encode(SKEncodedImageFormat.Jpeg), GarmentPictures.Progressive(),
        GarmentPictures.Encode(SKEncodedImageFormat.Png, 90, 120),
        GarmentPictures.Encode(SKEncodedImageFormat.Webp), HandmadePng.Of(16, 6, [.. Enumerable.Range(0, 8).Select(row => new byte[64])]),
        PhonePictures.Heic, PhonePictures.Avif,
    ];

    [Fact]
    public void Judge_MutatedFiles_AreTakenOrRefusedQuicklyAndInLittleMemory()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("FASHIONRECS_FUZZ"), out var asked) ? asked : 400;
        var (taken, refused, slowest) = (0, 0, (Time: TimeSpan.Zero, File: -1));
        for (var number = 0; number < count; number++)
        {
            var file = Mutated(number);
            var start = TimeProvider.System.GetTimestamp();
            try
            {
                var kept = PictureJudge.Judge(file);
                using var picture = PictureDecoder.Decode(kept.Bytes.Span, (208, 144));
                taken++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"File {number} of {file.Length} bytes.", exception);
            }

            var time = TimeProvider.System.GetElapsedTime(start);
            slowest = time > slowest.Time ? (time, number) : slowest;
        }

        using var process = Process.GetCurrentProcess();
        output.WriteLine($"{taken} taken, {refused} refused, slowest {slowest.Time.TotalMilliseconds:F0} ms (file {slowest.File}), peak {process.PeakWorkingSet64 >> 20} MB");
        Assert.True(taken > 0 && refused > 0);
        Assert.True(slowest.Time < TimeSpan.FromSeconds(2), $"file {slowest.File}: {slowest.Time}");
    }

    /// <summary>
    /// One to six faults in a whole picture: other bits and bytes, pieces gone, doubled, or of another picture, and an end too early.
    /// </summary>
    private static byte[] Mutated(int number)
    {
        var random = new Random(number);
        var file = Whole[random.Next(Whole.Length)];
        for (var faults = random.Next(1, 7); faults > 0; faults--)
        {
            file = Mutate(file, Whole[random.Next(Whole.Length)],
                (random.Next(7), random.NextDouble(), random.NextDouble(), (byte)random.Next(256)));
        }

        return file;
    }

    private static byte[] Mutate(byte[] bytes, byte[] other, (int Kind, double Where, double HowMuch, byte Value) fault)
    {
        if (bytes.Length < 16)
        {
            return bytes;
        }

        // Headers are where mistakes do most, so half of the faults lie in the first hundred bytes.
        var range = fault.Value % 2 == 0 ? Math.Min(100, bytes.Length) : bytes.Length;
        var (at, length) = ((int)(fault.Where * (range - 1)), 1 + (int)(fault.HowMuch * Math.Min(200, bytes.Length / 2)));
        var end = Math.Min(bytes.Length, at + length);
        return fault.Kind switch
        {
            0 => [.. bytes[..at], fault.Value, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (fault.Value % 8))), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[end..]],
            3 => [.. bytes[..end], .. bytes[at..]],
            4 => [.. bytes[..at], .. other[Math.Min(at, other.Length)..Math.Min(end, other.Length)], .. bytes[end..]],
            5 => [.. bytes[..at], .. Enumerable.Repeat(fault.Value, end - at), .. bytes[end..]],
            _ => bytes[..(int)(fault.HowMuch * bytes.Length)],
        };
    }
}
