using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Truth;
using FashionRecs.Tables;
using SkiaSharp;

namespace FashionRecs.Garments.Sets;

/// <summary>
/// Writes a set in FashionAI's format: <c>Images/rendered/NNNNNN.jpg</c>, <c>Annotations/label.csv</c> with one row per
/// picture and attribute, and <c>regions.csv</c> (picture, attribute, value, x, y, width, height in pixels); on demand the
/// exact regions as <c>Masks/rendered/NNNNNN.ATTRIBUTE.png</c> (see <see cref="MaskFile"/>).
/// </summary>
public static class RenderedSetWriter
{
    /// <summary>Writes the set; calls <paramref name="report"/> with the number of finished pictures now and then.</summary>
    /// <exception cref="IOException">The folder cannot be written, or already holds a set.</exception>
    public static void Write(RenderedSetOptions options, AttributeVocabulary vocabulary, Action<int>? report = null,
        CancellationToken cancellation = default)
    {
        var labels = Path.Combine(options.Folder, "Annotations", "label.csv");
        if (File.Exists(labels))
        {
            throw new IOException($"The folder '{options.Folder}' already holds a set (Annotations/label.csv); name an empty folder.");
        }

        var images = Path.Combine(options.Folder, "Images", "rendered");
        Directory.CreateDirectory(images);
        if (options.Masks)
        {
            Directory.CreateDirectory(Path.Combine(options.Folder, "Masks", "rendered"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(labels)!);
        var sampler = new SpecSampler(vocabulary, new GarmentSeed(options.Seed));
        var themes = options.Themes is { Count: > 0 } ? options.Themes : vocabulary.Values;
        var rows = new (string[][] Labels, string[][] Regions)[options.Count];
        var done = 0;
        Parallel.For(0, options.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Threads },
            number =>
            {
                var spec = sampler.Draw(number, themes[number % themes.Count], options.Cluttered);
                using var picture = GarmentRenderer.Render(spec, options.Width, options.Height);
                var name = $"Images/rendered/{number:D6}.jpg";
                File.WriteAllBytes(Path.Combine(options.Folder, name), picture.Encode(SKEncodedImageFormat.Jpeg, picture.Quality));
                rows[number] = Rows(name, picture, options.MaybeNeighbours);
                if (options.Masks)
                {
                    WriteMasks(options, number, picture);
                }

                var count = Interlocked.Increment(ref done);
                if (count % 100 == 0)
                {
                    report?.Invoke(count);
                }
            });

        // Labels come last: a folder without them is not mistaken for a whole set.
        string[] header = ["image", "attribute", "value", "x", "y", "width", "height"];
        Write(Path.Combine(options.Folder, "regions.csv"), rows.SelectMany(row => row.Regions).Prepend(header));
        Write(labels, rows.SelectMany(row => row.Labels));
    }

    private static void Write(string path, IEnumerable<string[]> rows) => AtomicFile.Write(path, stream =>
    {
        using var table = new TableWriter(stream, leaveOpen: true);
        foreach (var row in rows)
        {
            table.Write(row);
        }
    });

    private static void WriteMasks(RenderedSetOptions options, int number, RenderedPicture picture)
    {
        foreach (var region in picture.Regions.Where(region => region.Box is not null))
        {
            File.WriteAllBytes(Path.Combine(options.Folder, MaskFile.Name(number, region.Value.Attribute)),
                MaskFile.Encode(region, options.Width, options.Height));
        }
    }

    private static (string[][] Labels, string[][] Regions) Rows(string name, RenderedPicture picture, bool maybeNeighbours)
    {
        var strapless = picture.Regions.Any(region => region.Value.Code == "Sleeveless");
        return (
            [
                .. from region in picture.Regions
                   select new[] { name, $"{region.Value.Attribute.Code}_labels",
                       LabelLetters.For(region.Value, strapless, maybeNeighbours) },
            ],
            [
                .. from region in picture.Regions
                   where region.Box is not null
                   let box = region.Box!.Value
                   let value = region.Value
                   select new[] { name, value.Attribute.Code, value.Code, Text(box.X), Text(box.Y), Text(box.Width), Text(box.Height) },
            ]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
