using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Sets;
using FashionRecs.Tests;
using FashionRecs.Training.Localization;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Training.Tests.Regions;

/// <summary>Outlines of drawn garments, of a seed nothing was fitted on, against the masks they were drawn with.</summary>
public sealed class DrawnOutlineTests : IDisposable
{
    private const int Count = 48;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Outlines_OfDrawnGarments_LieOnTheirParts()
    {
        var options = new RenderedSetOptions(folder.File("drawn"), Count, 168, 252, Seed: 501) { Masks = true, Cluttered = false };
        RenderedSetWriter.Write(options, AttributeVocabularyFile.Default);
        using var engine = ProjectionEngine.Load();

        var read = await ReadRegion.ReadAsync(engine, [.. RenderedRegionFile.Read(options.Folder, AttributeVocabularyFile.Default)],
            TestContext.Current.CancellationToken);

        var outcomes = read.ToLookup(region => region.Truth.Attribute.Code, region => region.Measure(engine));
        Assert.NotNull(engine.PartRules);
        Assert.All(outcomes.SelectMany(one => one), outcome => Assert.NotNull(outcome.OutlineOverlap));
        // An outline runs a little outside its part, which costs a small part more than a large one.
        foreach (var (attribute, least) in new[] { ("sleeve_length", 0.35), ("neckline_design", 0.35), ("skirt_length", 0.5),
            ("coat_length", 0.5) })
        {
            var (overlap, onPart) = (outcomes[attribute].Average(outcome => outcome.OutlineOverlap!.Value),
                outcomes[attribute].Average(outcome => outcome.OnPart == true ? 1.0 : 0));
            Assert.True(overlap >= least && onPart >= 0.9,
                FormattableString.Invariant($"{attribute}: overlap {overlap:F2}, middles inside {onPart:F2}"));
        }
    }

    [Fact]
    public async Task Outlines_OfBothSleeves_AreTwoPolygons()
    {
        var sleeved = AttributeVocabularyFile.Default.TryFind("sleeve_length", "Long Sleeves")!;
        var options = new RenderedSetOptions(folder.File("sleeved"), 16, 168, 252, Seed: 502)
        {
            Masks = true, Cluttered = false, Themes = [sleeved],
        };
        RenderedSetWriter.Write(options, AttributeVocabularyFile.Default);
        using var engine = ProjectionEngine.Load();
        int[] polygons = [.. (await ReadRegion.ReadAsync(engine,
            [.. RenderedRegionFile.Read(options.Folder, AttributeVocabularyFile.Default)], TestContext.Current.CancellationToken))
            .Where(region => region.Truth.Attribute == sleeved.Attribute && region.Truth.Parts.Count == 2)
            .Select(region => region.Reading.Region?.Outline?.Polygons.Count ?? 0)];

        Assert.True(polygons.Length >= 8, $"only {polygons.Length} drawings show two sleeves");
        Assert.True(Array.FindAll(polygons, count => count == 2).Length >= 0.9 * polygons.Length, string.Join(' ', polygons));
    }
}
