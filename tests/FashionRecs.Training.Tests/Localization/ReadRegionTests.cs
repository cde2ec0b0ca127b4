using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Training.Localization;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Localization;

public class ReadRegionTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Neckline = Vocabulary["neckline_design"];
    private static readonly InputSize Input = new(64, 48);

    [Fact]
    public void Measure_EvidenceInTheTrueRegion_IsAHitThatTheCentreIsNot()
    {
        var outcome = At(0, 1).Measure(new RegionRule(CamContrast.Value, 0.5, false), Input);

        Assert.True(outcome.Hit);
        Assert.False(outcome.CentreHit);
        Assert.InRange(outcome.Overlap, 0.4, 1);
        Assert.Equal(0, outcome.CentreOverlap);
        Assert.InRange(outcome.Area, 0.03, 0.15);
    }

    [Fact]
    public void Measure_EvidenceElsewhere_IsNoHit()
    {
        var outcome = At(3, 2).Measure(new RegionRule(CamContrast.Value, 0.5, false), Input);

        Assert.False(outcome.Hit);
        Assert.Equal(0, outcome.Overlap);
    }

    [Fact]
    public void Measure_EvidenceInTheBoxButNotInTheMask_IsNoHit()
    {
        var region = At(0, 1);
        var masked = region with { Truth = region.Truth with { Mask = new byte[96 * 128], MaskWidth = 96 } };

        Assert.False(masked.Measure(new RegionRule(CamContrast.Value, 0.5, false), Input).Hit);
    }

    [Fact]
    public void Overlap_HalfShifted_IsAThird() =>
        Assert.Equal(1 / 3.0, ReadRegion.Overlap(new SKRect(0, 0, 10, 10), new SKRect(5, 0, 15, 10)), 1e-6);

    [Fact]
    public void Choose_EvidenceBlurredByAnotherValue_TakesTheContrastToIt()
    {
        // Another value is strongest at the lower edge in both maps; only the difference shows the neckline.
        var region = At(0, 1);
        var maps = region.Mapped.Maps.ToArray();
        foreach (var value in Neckline.VisibleValues)
        {
            var strong = maps[value.Index].Values.ToArray();
            strong[11] += 3;
            maps[value.Index] = maps[value.Index] with { Values = strong };
        }

        var (best, scores) = RegionRuleSearch.Choose([[region with { Mapped = region.Mapped with { Maps = maps } }], []], Input);

        Assert.Equal(CamContrast.Siblings, best.Contrast);
        Assert.Equal(RegionRuleSearch.Candidates.Count, scores.Count);
        Assert.Equal(scores.Max(), scores[RegionRuleSearch.Candidates.ToList().IndexOf(best)]);
    }

    /// <summary>
    /// A picture of 96 × 128 pixels whose neckline lies in the upper middle; the map of the top value peaks at one position of 4 × 3.
    /// </summary>
    private static ReadRegion At(int row, int column)
    {
        var truth = new SKRect(32, 0, 64, 32);
        var top = Neckline.Values[4];
        ActivationMap[] maps = [.. Vocabulary.Values.Select(value =>
        {
            var numbers = new float[12];
            numbers[(row * 3) + column] = value == top ? 1 : 0;
            return new ActivationMap(numbers, 4, 3);
        })];
        float[] probabilities = [.. Neckline.Values.Select(value => value == top ? 0.9f : 0.05f)];
        var mapped = new MappedPicture(new ProjectedPicture(96, 128, []), Letterbox.Fit(96, 128, Input), [], maps);
        return new ReadRegion(new TrueRegion("a.jpg", Neckline, truth, [truth]), mapped,
            new ProjectedAttribute(Neckline, probabilities));
    }
}
