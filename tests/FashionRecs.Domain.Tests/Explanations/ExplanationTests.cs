using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using static FashionRecs.Domain.Tests.Explanations.Evidences;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Explanations;

public class ExplanationTests
{
    private static readonly CatalogItem Trousers = new(
        Vocabulary, new Product { Id = "p7", Name = "Linen trousers", Picture = "p7", PictureWidth = 3, PictureHeight = 4 }, null, []);

    private static readonly EvidenceReason ChosenWith = new("pair", "often chosen with", Trousers);

    [Fact]
    public void Reason_NoReasons_IsNone() => Assert.Null(Explanation.None.Reason);

    [Fact]
    public void OnPageOf_ProductThatIsNamed_NeedsNoNameThere()
    {
        var company = Silent("together", 80) with { Reason = ChosenWith };
        var explanation = new Explanation(1.2f, [], []) { Evidence = [company, Silent("price", 40)], Beside = [company] };

        var (there, elsewhere) = (explanation.OnPageOf("p7"), explanation.OnPageOf("p8"));

        Assert.Equal(("often chosen with this one", null), (there.Beside[0].Reason!.Words, there.Beside[0].Reason!.Chosen));
        Assert.Equal("often chosen with this one", there.Evidence[0].Reason!.Words);
        Assert.Null(there.Evidence[1].Reason);
        Assert.Equal(("often chosen with", Trousers), (elsewhere.Beside[0].Reason!.Words, elsewhere.Beside[0].Reason!.Chosen));
    }

    [Fact]
    public void Words_TemplateWithAGap_SaysTheNumberOrTheValueThere()
    {
        Assert.Equal("chosen by 12 others", new EvidenceReason("count", "chosen by {0} others", null) { Count = 12 }.Words);
        Assert.Equal("with the V-neckline of", new EvidenceReason("value", "with the {0} of", Trousers) { Value = VNeck }.Words);
        Assert.Equal("often chosen with", ChosenWith.Words);
    }

    [Fact]
    public void Effect_SeveralParts_IsTheirSum()
    {
        var evidence = Silent("look", 70, -25, 10);

        Assert.Equal((55, 0.55f), (evidence.Hundredths, evidence.Effect));
        Assert.Equal(("evidence: look", "By look", ""), (evidence.Code, evidence.Words, evidence.Whereabouts));
    }

    [Fact]
    public void Contribution_Share_IsItsWeightTimesItsAmount() => Assert.Equal(
        1.5f, new Share(VNeck, 2, 0.75f, 0.9f, new PartRegion(new PixelBox(1, 2, 3, 4), 1), TagSource.Predicted).Contribution);

    [Fact]
    public void Code_Share_NamesTheFamilyWhereThatIsSaid()
    {
        var value = new Share(VNeck, 1, 1, 1, null, TagSource.Predicted);
        var family = value with { Family = VNeck.Family };

        Assert.Equal(("neckline_design: V Neckline", "neckline_design:V Neckline"), (value.Code, value.FullCode));
        Assert.Equal(("neckline_design: V-Shaped", "neckline_design:V-Shaped"), (family.Code, family.FullCode));
        Assert.Equal(("V-neckline", "V-shaped neckline"), (value.Words, family.Words));
    }
}
