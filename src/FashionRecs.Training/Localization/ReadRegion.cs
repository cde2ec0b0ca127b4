using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Localization;

/// <summary>A true region with what the network read of its picture.</summary>
public sealed record ReadRegion(TrueRegion Truth, MappedPicture Mapped, ProjectedAttribute Reading)
{
    /// <summary>Points along the longer side of a picture at which outlines are compared.</summary>
    private const int Points = 96;

    private Letterbox Letterbox => Mapped.Letterbox;

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
                .Select(truth => new ReadRegion(truth, mapped, mapped.Picture.Attributes[truth.Attribute.Position]))
                .Where(region => region.Truth.Labelled || region.Reading.Visible >= Visibility.Shown));
        }

        return read;
    }

    /// <summary>
    /// Finds the region of the likeliest visible value, as a page would mark it: by the head for regions where there is one, else by the
    /// map alone.
    /// </summary>
    public LocalizationOutcome Measure(ProjectionEngine engine) => engine.PartRules is { } rules
        ? Measure([rules[Truth.Attribute.Position]], engine.Weights.Input, alone: engine.Weights.RegionRule(Truth.Attribute))[0]
        : Measure(engine.Weights.RegionRule(Truth.Attribute), engine.Weights.Input);

    /// <summary>Finds the region of the likeliest visible value in its map alone.</summary>
    public LocalizationOutcome Measure(RegionRule rule, InputSize input)
    {
        var found = RegionFinder.Find(SaliencyMap.Compute(rule.Contrast, Mapped.Maps, Reading.Top), input, Letterbox.Covered,
            rule.Threshold, rule.Joined);
        return Judge(found, null);
    }

    /// <summary>Finds the region of the likeliest visible value in its map times the attention, by each of some rules.</summary>
    public LocalizationOutcome[] Measure(IReadOnlyList<PartRule> rules, InputSize input, bool outlines = true, RegionRule? alone = null)
    {
        var part = Mapped.Part(Truth.Attribute, Mapped.Maps[Reading.Top.Index], input);
        if (!part.IsSure && alone is not null)
        {
            return [.. rules.Select(_ => Measure(alone, input))];
        }

        return [.. rules.Select(rule => Judge(part.Region(rule), outlines ? part.Outline(rule) : null))];
    }

    /// <summary>Intersection over union of two rectangles, in [0, 1].</summary>
    public static double Overlap(SKRect a, SKRect b)
    {
        var common = SKRect.Intersect(a, b);
        var intersection = (double)Math.Max(0, common.Width) * Math.Max(0, common.Height);
        return intersection == 0 ? 0 : intersection / ((a.Width * a.Height) + (b.Width * b.Height) - intersection);
    }

    private LocalizationOutcome Judge(FoundRegion found, PartOutline? outline)
    {
        var box = ToPicture(found.Box);
        var centre = new SKPoint(Letterbox.Width / 2f, Letterbox.Height / 2f);
        var centreBox = SKRect.Create(centre.X - (box.Width / 2), centre.Y - (box.Height / 2), box.Width, box.Height);
        return new LocalizationOutcome(
            Truth.Contains(ToPicture(SKRect.Create(found.Peak, default)).Location), Truth.Contains(centre),
            Overlap(box, Truth.Box), Overlap(centreBox, Truth.Box),
            box.Width * box.Height / ((double)Letterbox.Width * Letterbox.Height))
        {
            OutlineOverlap = outline is null ? null : OutlineOverlap(outline),
            OnPart = outline is null
                ? null : Truth.Parts.Any(part => outline.Contains(part.MidX / Letterbox.Width, part.MidY / Letterbox.Height)),
        };
    }

    /// <summary>
    /// Intersection over union of an outline and the part itself, over the points of which it is known whether they lie on it; null where
    /// none is on it.
    /// </summary>
    private double? OutlineOverlap(PartOutline outline)
    {
        var step = Math.Max(Letterbox.Width, Letterbox.Height) / (float)Points;
        int common = 0, either = 0, on = 0;
        for (var y = step / 2; y < Letterbox.Height; y += step)
        {
            for (var x = step / 2; x < Letterbox.Width; x += step)
            {
                if (Truth.IsOnPart(new SKPoint(x, y)) is { } onPart)
                {
                    var inside = outline.Contains(x / Letterbox.Width, y / Letterbox.Height);
                    (common, either, on) = (common + (inside && onPart ? 1 : 0), either + (inside || onPart ? 1 : 0),
                        on + (onPart ? 1 : 0));
                }
            }
        }

        return on > 0 ? (double)common / either : null;
    }

    private SKRect ToPicture(SKRect input)
    {
        float X(float x) => (float)Math.Clamp((x - Letterbox.Left) / Letterbox.Scale, 0, Letterbox.Width - 1e-3);
        float Y(float y) => (float)Math.Clamp((y - Letterbox.Top) / Letterbox.Scale, 0, Letterbox.Height - 1e-3);
        return new SKRect(X(input.Left), Y(input.Top), X(input.Right), Y(input.Bottom));
    }
}
