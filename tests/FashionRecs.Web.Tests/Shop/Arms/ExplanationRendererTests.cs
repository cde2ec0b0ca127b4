using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class ExplanationRendererTests
{
    private static readonly AttributeValue VNeck = AttributeVocabularyFile.Default.TryFind("neckline_design", "V Neckline")!;
    private static readonly ExplainedReason Neck =
        ExplainedReason.From(new Share(VNeck, 1, 1, 1, new PartRegion(new PixelBox(1, 2, 3, 4), 1), TagSource.Reviewed));

    [Fact]
    public void Render_MarkedAndNamed_SayTheSameAndShareAKey()
    {
        var sentence = ExplanationSentence.Because([Neck], ExplanationPlace.Card);
        var rendered = ExplanationRenderer.Render(new(new BoxWithWords()) { Reasons = [Neck], Marked = [Neck], Sentence = sentence });

        var mark = Assert.Single(rendered.Marked);
        Assert.Equal((Neck.Key, "V-neckline", Neck.Regions[0]), (mark.Key, mark.Words, mark.Box));
        Assert.Equal([Neck], rendered.Named);
    }

    [Fact]
    public void Render_MarkedWithoutWords_TellsNothingToThoseWhoHearThePage() =>
        Assert.Equal("", Assert.Single(ExplanationRenderer.Render(new(new BoxOnly()) { Reasons = [Neck], Marked = [Neck] }).Marked).Words);

    [Fact]
    public void Render_ReasonWithTwoRegions_MarksBothUnderOneKey()
    {
        var sleeves = Neck with { Regions = [new PixelBox(0, 0, 5, 9), new PixelBox(20, 0, 5, 9)] };

        var marks = ExplanationRenderer.Render(new(new BoxOnly()) { Reasons = [sleeves], Marked = [sleeves] }).Marked;

        Assert.Equal(sleeves.Regions, marks.Select(mark => mark.Box));
        Assert.Equal(sleeves.Key, Assert.Single(marks.Select(mark => mark.Key).Distinct()));
    }

    [Fact]
    public void Argued_OneValueWhereItMayBe_IsItsCode()
    {
        var composed = new ComposedExplanation(new WordsOnly());

        Assert.Equal("neckline_design:V Neckline", ExplanationRenderer.Render(composed).Argued(Neck));
        Assert.Null(ExplanationRenderer.Render(composed, mayBeArgued: false).Argued(Neck));
        Assert.Null(ExplanationRenderer.Render(composed).Argued(new ExplainedReason("pairing: p7", "company with your trousers", 1)));
    }
}
