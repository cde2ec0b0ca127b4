using FashionRecs.Domain.Projection;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Localization;

/// <summary>A true region with what the network read of its picture.</summary>
public sealed record ReadRegion(TrueRegion Truth, IReadOnlyList<ActivationMap> Maps, Letterbox Letterbox, ProjectedAttribute Reading)
{
    /// <summary>
    /// Projects the pictures of true regions; a picture with several regions is read once. Without a label that the attribute is shown, the
    /// reading decides.
    /// </summary>
    /// <exception cref="InvalidDataException">A picture cannot be read; the message names it.</exception>
    public static async Task<IReadOnlyList<ReadRegion>> ReadAsync(ProjectionEngine engine, IReadOnlyList<TrueRegion> truths,
        CancellationToken cancellation)
    {
        var byPicture = truths.ToLookup(truth => truth.Path);
        var read = new List<ReadRegion>(truths.Count);
        await foreach (var file in FolderProjection.RunAsync(engine, [.. byPicture.Select(group => group.Key)], cancellation: cancellation))
        {
            var mapped = file.Result ?? throw new InvalidDataException($"{file.Path}: {file.Error}");
            read.AddRange(byPicture[file.Path]
                .Select(truth => new ReadRegion(truth, mapped.Maps, mapped.Letterbox, mapped.Picture.Attributes[truth.Attribute.Position]))
                .Where(region => region.Truth.Labelled || region.Reading.Visible >= Visibility.Shown));
        }

        return read;
    }

    /// <summary>Finds the region of the likeliest visible value, as a page would mark it, by a rule.</summary>
    public LocalizationOutcome Measure(RegionRule rule, InputSize input)
    {
        var found = RegionFinder.Find(SaliencyMap.Compute(rule.Contrast, Maps, Reading.Top), input, Letterbox.Covered, rule.Threshold,
            rule.Joined);
        var box = ToPicture(found.Box);
        var centre = new SKPoint(Letterbox.Width / 2f, Letterbox.Height / 2f);
        var centreBox = SKRect.Create(centre.X - (box.Width / 2), centre.Y - (box.Height / 2), box.Width, box.Height);
        return new LocalizationOutcome(
            Truth.Contains(ToPicture(SKRect.Create(found.Peak, default)).Location), Truth.Contains(centre),
            Overlap(box, Truth.Box), Overlap(centreBox, Truth.Box),
            box.Width * box.Height / ((double)Letterbox.Width * Letterbox.Height));
    }

    /// <summary>Intersection over union of two rectangles, in [0, 1].</summary>
    public static double Overlap(SKRect a, SKRect b)
    {
        var common = SKRect.Intersect(a, b);
        var intersection = (double)Math.Max(0, common.Width) * Math.Max(0, common.Height);
        return intersection == 0 ? 0 : intersection / ((a.Width * a.Height) + (b.Width * b.Height) - intersection);
    }

    private SKRect ToPicture(SKRect input)
    {
        float X(float x) => (float)Math.Clamp((x - Letterbox.Left) / Letterbox.Scale, 0, Letterbox.Width - 1e-3);
        float Y(float y) => (float)Math.Clamp((y - Letterbox.Top) / Letterbox.Scale, 0, Letterbox.Height - 1e-3);
        return new SKRect(X(input.Left), Y(input.Top), X(input.Right), Y(input.Bottom));
    }
}
