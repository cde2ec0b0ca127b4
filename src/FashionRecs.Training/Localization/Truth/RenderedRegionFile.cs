using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tables;
using SkiaSharp;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>Reads the true regions of a rendered set: <c>regions.csv</c> and, where they were written, <c>Masks/</c>.</summary>
public static class RenderedRegionFile
{
    /// <summary>Part of a garment's longer side that a length is told by at its end, as landmarks have it.</summary>
    private const float EndMargin = 0.1f;

    /// <summary>Reads a set's folder. Of what has a length the region is the end, where masks show it: the hem, the cuffs.</summary>
    /// <exception cref="InvalidDataException">A row has another form, or a mask is not of its picture's size; the message names file and
    /// line.</exception>
    public static IEnumerable<TrueRegion> Read(string folder, AttributeVocabulary vocabulary)
    {
        foreach (var picture in Whole(folder, vocabulary).GroupBy(region => region.Path))
        {
            var garment = picture.Select(region => region.Box).Aggregate(SKRect.Union);
            var margin = EndMargin * Math.Max(garment.Width, garment.Height);
            foreach (var region in picture)
            {
                yield return region.Attribute.IsLength && region.Mask is not null
                    ? EndOfPart.Of(region, region.Attribute.Code == "sleeve_length", margin) : region;
            }
        }
    }

    private static IEnumerable<TrueRegion> Whole(string folder, AttributeVocabulary vocabulary)
    {
        var path = Path.Combine(folder, "regions.csv");
        foreach (var (line, fields) in TableReader.Read(path, "image", "attribute", "x", "y", "width", "height"))
        {
            var attribute = vocabulary.TryFind(fields[1])
                ?? throw new InvalidDataException($"{path}, line {line}: the attribute '{fields[1]}' is unknown.");
            int[] sides = [.. fields[2..].Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side)
                ? side
                : throw new InvalidDataException($"{path}, line {line}: '{text}' is not a number of pixels."))];
            var box = SKRect.Create(sides[0], sides[1], sides[2], sides[3]);
            var (mask, width) = Mask(folder, fields[0], attribute);
            yield return new TrueRegion(Path.Combine(folder, fields[0]), attribute, box, [box], mask, width);
        }
    }

    /// <summary><c>Images/a/1.jpg</c> has its masks in <c>Masks/a/1.ATTRIBUTE.png</c>.</summary>
    private static (byte[]? Mask, int Width) Mask(string folder, string image, GarmentAttribute attribute)
    {
        var below = image.StartsWith("Images/", StringComparison.Ordinal) ? image["Images/".Length..] : image;
        var file = Path.Combine(folder, "Masks", Path.ChangeExtension(below, $"{attribute.Code}.png"));
        if (!File.Exists(file))
        {
            return (null, 0);
        }

        using var decoded = SKBitmap.Decode(file) ?? throw new InvalidDataException($"The mask '{file}' is not a readable picture.");
        using var gray = decoded.Copy(SKColorType.Gray8);
        var mask = new byte[gray.Width * gray.Height];
        for (var row = 0; row < gray.Height; row++)
        {
            gray.GetPixelSpan().Slice(row * gray.RowBytes, gray.Width).CopyTo(mask.AsSpan(row * gray.Width));
        }

        return (mask, gray.Width);
    }
}
