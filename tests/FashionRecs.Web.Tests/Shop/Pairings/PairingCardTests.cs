using FashionRecs.Web.Languages;
using System.Globalization;
using Bunit;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Pairings;

public class PairingCardTests : ShopComponents
{
    public PairingCardTests() => Services.AddSingleton(new PriceWords("€"));

    private static readonly EvidenceContribution Others = new(
        "others", "What others choose", [new("often bought with", "Often chosen together", 120), new("popularity", "How many chose it", 3)])
    {
        Reason = new EvidenceReason("often bought with", "often chosen with this one", null),
    };

    private static readonly EvidenceContribution Alike = new("alike", "Like what you chose",
        [new("colour", "Colour", -30), new("type", "Type", -1)]);

    [Fact]
    public void Card_Pairing_SaysItsLineAsAnyOtherCard()
    {
        var card = Show();

        Assert.Equal("often chosen with this one", card.Find(".card-why").TextContent.Trim());
        Assert.Empty(card.FindAll(".region"));
    }

    [Fact]
    public void Card_Pairing_ListsAllPartsAndTheirExactSum()
    {
        var card = Show();

        var shares = card.FindAll("[data-share]")
            .Select(share => decimal.Parse(share.GetAttribute("data-share")!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal([1.20m, -0.30m, 0.03m, -0.01m], shares);
        Assert.Equal(shares.Sum(), decimal.Parse(card.Find("[data-score]").GetAttribute("data-score")!, CultureInfo.InvariantCulture));
        Assert.Equal("2 smaller parts, together +0.02", card.Find(".card-sum details summary").TextContent);
        Assert.Equal("Often chosen together", Assert.Single(card.FindAll(".said")).FirstElementChild!.TextContent);
    }

    [Fact]
    public void Card_NothingCanBeSaid_SaysNothingButShowsTheSum()
    {
        var card = Show(Others with { Reason = null }, Alike);

        Assert.Equal("", card.Find(".card-why").TextContent.Trim());
        Assert.Single(card.FindAll("[data-score]"));
        Assert.Empty(card.FindAll(".said"));
    }

    [Fact]
    public void Card_PairingKeptSilent_SaysNothingAtAll()
    {
        var card = Render<ProductCard>(parameters => parameters.Add(card => card.Card, CardModels.Of(Item, null, Nobody, 2)));

        Assert.Equal("", card.Find(".card-why").TextContent.Trim());
        Assert.Empty(card.FindAll(".card-sum"));
    }

    private static CatalogItem Item { get; } = new(
        AttributeVocabularyFile.Default, new Product { Id = "a", Name = "Silk shirt", Price = 24.5m, Picture = "abc", PictureWidth = 300,
            PictureHeight = 400 }, null, []);

    private static ShopperProfile Nobody { get; } =
        new ShopperLearner(new PreferenceLearner(PreferencePrior.Flat(AttributeVocabularyFile.Default, 1), new PreferenceOptions())).Nobody;

    private IRenderedComponent<ProductCard> Show() => Show(Others, Alike);

    private IRenderedComponent<ProductCard> Show(params EvidenceContribution[] evidence)
    {
        var why = new Explainer(new ExplanationOptions()).Explain(Item, evidence);
        var explained = ExplanationRenderer.Render(new AsTheShop().Compose(new ExplanationSubject(Item, why)));
        return Render<ProductCard>(parameters =>
            parameters.Add(card => card.Card, CardModels.Of(Item, explained, Nobody, 2) with { Sum = why }));
    }
}
