using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Sets;
using SkiaSharp;

namespace FashionRecs.Garments.Tests;

public sealed class RenderedSetWriterTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private RenderedSetOptions Options(string name) => new(Path.Combine(folder, name), 12, 96, 72, 5) { Masks = true };

    [Fact]
    public void Write_WithMasks_EachRegionHasAMaskInsideItsBox()
    {
        RenderedSetWriter.Write(Options("a"), AttributeVocabularyFile.Default);
        var rows = File.ReadLines(Path.Combine(folder, "a", "regions.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal(rows.Length, Directory.GetFiles(Path.Combine(folder, "a", "Masks", "rendered")).Length);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var name = Path.GetFileNameWithoutExtension(row[0]);
            using var mask = SKBitmap.Decode(Path.Combine(folder, "a", "Masks", "rendered", $"{name}.{row[1]}.png"));
            Assert.Equal((96, 72), (mask.Width, mask.Height));
            var box = row[3..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var inside = mask.Pixels.Index().Where(pixel => pixel.Item.Red > 127)
                .Select(pixel => (X: pixel.Index % 96, Y: pixel.Index / 96)).ToArray();
            Assert.NotEmpty(inside);
            Assert.All(inside,
                place =>
                Assert.True(place.X >= box[0] && place.X < box[0] + box[2] && place.Y >= box[1] && place.Y < box[1] + box[3],
                $"{place} of {name} {row[1]} lies outside {string.Join(' ', box)}."));
        });
    }

    [Fact]
    public void Write_SameSeedTwice_SameBytes()
    {
        RenderedSetWriter.Write(Options("a"), AttributeVocabularyFile.Default);
        RenderedSetWriter.Write(Options("b") with { Threads = 1 }, AttributeVocabularyFile.Default);
        var files = Directory.GetFiles(Path.Combine(folder, "a"), "*", SearchOption.AllDirectories);
        Assert.All(files,
            file => Assert.Equal(File.ReadAllBytes(file),
            File.ReadAllBytes(Path.Combine(folder, "b", Path.GetRelativePath(Path.Combine(folder, "a"), file)))));
    }

    [Fact]
    public void Write_FolderHoldsASet_RefusesAndKeepsIt()
    {
        RenderedSetWriter.Write(Options("a"), AttributeVocabularyFile.Default);
        var refused = Assert.Throws<IOException>(() => RenderedSetWriter.Write(Options("a"), AttributeVocabularyFile.Default));
        Assert.Contains("already holds a set", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }
    }
}
