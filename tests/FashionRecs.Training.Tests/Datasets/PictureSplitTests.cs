using FashionRecs.Tests;
using FashionRecs.Training.Datasets;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Datasets;

public class PictureSplitTests
{
    [Fact]
    public void Divide_NearDuplicates_StandOnOneSide()
    {
        string[] images = [.. Enumerable.Range(0, 200).Select(i => $"{i:000}.jpg")];
        PictureSignature[] signatures =
            [.. Enumerable.Range(0, 200)
            .Select(i =>
            PictureSignature.Compute(
            Scene(i / 2, i % 2 == 0 ? 160 : 120, i % 2 == 0 ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg)))];

        var (parts, duplicates) = PictureSplit.Divide(images, signatures, seed: 1);

        Assert.Equal(200, duplicates);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(parts[2 * i], parts[(2 * i) + 1]));
        Assert.InRange(parts.Count(part => part == SplitPart.Train), 130, 190);
        Assert.Contains(SplitPart.Validation, parts);
        Assert.Contains(SplitPart.Test, parts);
    }

    [Fact]
    public void IsNear_DarkTrousersOfOneCutOnFlatGround_AreNotTakenForCopies()
    {
        var narrow = PictureSignature.Compute(Trousers(gap: 4));
        var wide = PictureSignature.Compute(Trousers(gap: 12));

        Assert.True(narrow.IsNear(narrow, PictureSplit.NearDifference));
        Assert.False(narrow.IsNear(wide, PictureSplit.NearDifference));
    }

    [Fact]
    public void Divide_ReadFromItsFile_GivesTheSamePartsWithoutThePictures()
    {
        using var folder = new TemporaryFolder();
        LabelledPicture[] pictures =
            [.. Enumerable.Range(0, 30)
            .Select(i => new LabelledPicture(folder.Write($"{i}.png", Scene(i, 64, SKEncodedImageFormat.Png)), $"{i}.png", []))];
        var first = SplitParts.Divide(pictures, folder.File("split.tsv"), seed: 1);
        foreach (var picture in pictures)
        {
            File.Delete(picture.Path);
        }

        var again = SplitParts.Divide(pictures, folder.File("split.tsv"), seed: 1);

        Assert.Equal(first.Training, again.Training);
        Assert.Equal(first.Test, again.Test);
        Assert.Throws<FileNotFoundException>(() => SplitParts.Divide(pictures, folder.File("split.tsv"), seed: 2));
    }

    private static byte[] Scene(int seed, int size, SKEncodedImageFormat format) => Pictures.Encode(size, size, format, canvas =>
    {
        var random = new Random(seed);
        using var paint = new SKPaint { IsAntialias = true };
        for (var i = 0; i < 6; i++)
        {
            paint.Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            canvas.DrawCircle(size * random.NextSingle(), size * random.NextSingle(), size * 0.18f, paint);
        }
    });

    private static byte[] Trousers(int gap) => Pictures.Encode(100, 150, SKEncodedImageFormat.Png, canvas =>
    {
        using var paint = new SKPaint { Color = new SKColor(24, 24, 28) };
        canvas.DrawRect(30, 15, 40, 25, paint);
        canvas.DrawRect(30, 40, 20 - (gap / 2f), 95, paint);
        canvas.DrawRect(50 + (gap / 2f), 40, 20 - (gap / 2f), 95, paint);
    });
}
