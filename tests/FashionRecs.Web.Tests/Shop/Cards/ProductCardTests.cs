using FashionRecs.Web.Languages;
using Bunit;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Cards;

public class ProductCardTests : ShopComponents
{
    public ProductCardTests() => Services.AddSingleton(new PriceWords("€"));

    private static readonly AttributeValue VNeck = AttributeVocabularyFile.Default.TryFind("neckline_design", "V Neckline")!;
    private static readonly ExplainedReason Neck =
        new("neck", "V-neckline", 1) { Key = "neckline", Regions = [new PixelBox(75, 40, 150, 80)] };

    private static readonly CardModel Dress = new(
        "a/1", "Wrap dress", 24.5m, "abc", new PictureFrame(300, 400), 2, Explained(Neck));

    [Fact]
    public void Card_WithReason_NamesItAndMarksItsRegion()
    {
        var card = Show(Dress);

        Assert.Equal("because of its V-neckline", card.Find(".card-why").TextContent.Trim());
        Assert.Contains("left:25%", card.Find(".region").GetAttribute("style"));
        Assert.Equal("Marked region: V-neckline", card.Find(".region").GetAttribute("aria-label"));
    }

    [Fact]
    public void Card_ReasonAndRegion_ShareAKeyInsideOneGroup()
    {
        var card = Show(Dress);

        Assert.Equal(2, card.FindAll("[data-regions] [data-region=neckline]").Count);
    }

    [Fact]
    public void Card_WithOutline_DrawsItOverTheWholePictureInsteadOfAFrame()
    {
        var outline = new PartOutline(
            [[new(0.1f, 0.2f), new(0.3f, 0.2f), new(0.2f, 0.6f)], [new(0.7f, 0.2f), new(0.9f, 0.2f), new(0.8f, 0.6f)]]);

        var card = Show(Dress with { Explanation = Explained(Neck with { Outline = outline }, draws: true) });

        Assert.Contains("left:10%;top:20%;width:80%;height:40%", card.Find(".region.outlined").GetAttribute("style"));
        Assert.Equal("left:0%;top:0%;width:100%;height:100%", card.Find("svg.outline").GetAttribute("style"));
        Assert.Equal(2, card.Find("svg.outline .light").GetAttribute("d")!.Count(command => command == 'M'));
        Assert.StartsWith("M0 0H1V1H0Z", card.Find("svg.outline .rest").GetAttribute("d"));
    }

    [Fact]
    public void Card_OutlineUnknownOrNotAskedFor_DrawsAFrame()
    {
        var outline = new PartOutline([[new(0.1f, 0.2f), new(0.3f, 0.2f), new(0.2f, 0.6f)]]);

        foreach (var explanation in new[] { Explained([Neck], draws: true), Explained(Neck with { Outline = outline }, draws: false) })
        {
            var card = Show(Dress with { Explanation = explanation });
            Assert.Empty(card.FindAll("svg.outline"));
            Assert.Contains("left:25%", card.Find(".region").GetAttribute("style"));
        }
    }

    [Fact]
    public void Card_WithoutReason_SaysNoneAndMarksNothing()
    {
        var card = Show(Dress with { Explanation = Unexplained });

        Assert.Empty(card.FindAll(".region"));
        Assert.Equal("", card.Find(".card-why").TextContent.Trim());
    }

    [Fact]
    public void Card_WithoutReasonButWithANote_SaysThat() =>
        Assert.Equal("shown to learn your taste",
            Show(Dress with { Explanation = Unexplained, Note = "shown to learn your taste" }).Find(".card-why").TextContent.Trim());

    [Fact]
    public void Card_ReviewedReason_CarriesAMarkThatCanBeHeard()
    {
        Assert.Empty(Show(Dress).FindAll(".looked"));

        var mark = Show(Dress with { Explanation = Explained(Neck with { IsReviewed = true }) }).Find(".card-why .looked");

        Assert.Equal("(a person looked)", mark.TextContent.Trim());
    }

    [Fact]
    public void Card_TwoReasons_NamesAndMarksBoth()
    {
        var card = Show(
            Dress with { Explanation =
            Explained(Neck, new ExplainedReason("sleeves", "long sleeves", 1) { Regions = [new PixelBox(0, 0, 9, 9)] }) });

        Assert.Equal("because of its V-neckline and long sleeves", card.Find(".card-why").TextContent.Trim());
        Assert.Equal(2, card.FindAll(".region").Count);
    }

    [Fact]
    public void Card_Price_NamesTheCurrency() => Assert.Equal("€24.50", Show(Dress).Find(".card-price").TextContent);

    [Fact]
    public void Card_ReasonWithACode_OffersMoreAndLessOfIt()
    {
        var card = Show(Dress with { Explanation = Explained(Neck with { Values = [VNeck] }) });

        Assert.Equal("More like this: V-neckline", card.Find("[data-click=more]").GetAttribute("aria-label"));
        Assert.Equal("neckline_design:V Neckline", card.Find("[data-click=less]").GetAttribute("data-value"));
    }

    [Fact]
    public void Card_NameWithMarkup_IsShownAsText()
    {
        var card = Show(Dress with { Name = "<b>شال</b>" });

        Assert.Equal("<b>شال</b>", card.Find("h3").TextContent);
        Assert.Equal("auto", card.Find("h3").GetAttribute("dir"));
    }

    [Fact]
    public void Card_IdWithSlash_IsEscapedInTheLink() => Assert.Equal("/product/a%2F1", Show(Dress).Find("h3 a").GetAttribute("href"));

    [Fact]
    public void Card_Liked_SaysSoAndOffersToUnlike()
    {
        var button = Show(Dress with { Liked = true }).Find("[data-click=unlike]");

        Assert.Equal("true", button.GetAttribute("aria-pressed"));
        Assert.Equal("2", button.GetAttribute("data-position"));
    }

    private static RenderedExplanation Unexplained => ExplanationRenderer.Render(new(new AsTheShop()));

    private static RenderedExplanation Explained(params ExplainedReason[] reasons) => Explained(reasons, draws: false);

    private static RenderedExplanation Explained(ExplainedReason reason, bool draws) => Explained([reason], draws);

    private static RenderedExplanation Explained(ExplainedReason[] reasons, bool draws) => ExplanationRenderer.Render(new(new AsTheShop())
    {
        Reasons = reasons, Marked = reasons, Sentence = ExplanationSentence.Because(reasons, ExplanationPlace.Card), DrawsOutlines = draws,
    });

    private IRenderedComponent<ProductCard> Show(CardModel model) =>
        Render<ProductCard>(parameters => parameters.Add(card => card.Card, model));
}
