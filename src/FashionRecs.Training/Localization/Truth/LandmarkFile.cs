using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tables;
using SkiaSharp;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>
/// Reads true regions from clothing landmarks (DeepFashion; Liu et al. 2016): the neckline between both collar points, grown by half their
/// distance; the sleeve at each cuff and the hem of skirts and coats between its ends, grown by a tenth of the garment's longer side.
/// Hidden points give no region.
/// </summary>
public static class LandmarkFile
{
    private const double CollarMargin = 0.5;
    private const double GarmentMargin = 0.1;

    // Places of the left and right point of each pair among the eight.
    private const int Collar = 0;
    private const int Cuff = 2;

    /// <summary>
    /// Reads a CSV with the columns image, kind (upper, full, lower), garment_box ("x1 y1 x2 y2") and landmarks (eight "x y", 0 0 where
    /// hidden).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="root">What its picture paths start from.</param>
    /// <param name="vocabulary">Has the attributes; one that it lacks gives no regions.</param>
    /// <exception cref="InvalidDataException">A row has another form; the message names file and line.</exception>
    public static IEnumerable<TrueRegion> Read(string path, string root, AttributeVocabulary vocabulary)
    {
        foreach (var (line, fields) in TableReader.Read(path, "image", "kind", "garment_box", "landmarks"))
        {
            var picture = Path.Combine(root, fields[0]);
            var box = Numbers(fields[2], 4, path, line);
            var points = Numbers(fields[3], 16, path, line);
            var margin = (float)(GarmentMargin * Math.Max(box[2] - box[0], box[3] - box[1]));
            var (collar, cuffs, hem) = fields[1] switch
            {
                "upper" => (Collar, Cuff, 4),
                "full" => (Collar, Cuff, 6),
                "lower" => (-1, -1, 2),
                var other => throw new InvalidDataException($"{path}, line {line}: the kind '{other}' is not upper, full or lower."),
            };

            if (collar >= 0 && Pair(points, collar) is [var left, var right])
            {
                var reach = (float)(CollarMargin * SKPoint.Distance(left, right));
                if (reach >= 1 && vocabulary.TryFind("neckline_design") is { } neckline)
                {
                    var region = Grown([left, right], reach);
                    yield return new TrueRegion(picture, neckline, region, [region]) { Shape = PartShape.Neckline(left, right) };
                }
            }

            if (cuffs >= 0 && Pair(points, cuffs) is { Length: > 0 } seen && vocabulary.TryFind("sleeve_length") is { } sleeve)
            {
                var shoulders = Pair(points, collar) is { Length: > 0 } collars
                    ? Middle(collars) : new SKPoint((box[0] + box[2]) / 2, box[1]);
                yield return new TrueRegion(picture, sleeve, Grown(seen, margin), [.. seen.Select(point => Grown([point], margin))])
                {
                    Shape = PartShape.Cuffs(seen, shoulders, margin),
                };
            }

            if (Pair(points, hem) is [var from, var to]
                && vocabulary.TryFind(fields[1] == "upper" ? "coat_length" : "skirt_length") is { } length)
            {
                var region = Grown([from, to], margin);
                var waist = fields[1] == "upper" ? [] : Pair(points, fields[1] == "full" ? 4 : 0);
                yield return new TrueRegion(picture, length, region, [region]) { Shape = PartShape.Hem(from, to, waist, margin) };
            }
        }
    }

    /// <summary>The visible points of a pair.</summary>
    private static SKPoint[] Pair(float[] points, int first) =>
        [.. new[] { first, first + 1 }.Select(i => new SKPoint(points[2 * i], points[(2 * i) + 1])).Where(point => point != SKPoint.Empty)];

    private static SKPoint Middle(SKPoint[] points) => new(points.Average(point => point.X), points.Average(point => point.Y));

    private static SKRect Grown(SKPoint[] points, float margin)
    {
        var rectangle =
            new SKRect(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X),
            points.Max(point => point.Y));
        rectangle.Inflate(margin, margin);
        return rectangle;
    }

    private static float[] Numbers(string text, int count, string path, int line)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new float[count];
        return parts.Length == count
            && parts.Select((part, i) => float.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            .All(good => good)
            ? numbers
            : throw new InvalidDataException($"{path}, line {line}: '{text}' is not {count} numbers.");
    }
}
