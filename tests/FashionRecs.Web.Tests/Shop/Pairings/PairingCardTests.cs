using System.Globalization;
using Bunit;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Cards;
using FashionRecs.Web.Shop.Pairings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Pairings;

public class PairingCardTests : ShopComponents
{
    public PairingCardTests() => Services.AddSingleton(new PriceWords("€"));

    private static readonly PairingView View = new(
        "often chosen with the ", "Linen <trousers>", " in your bag",
        [new("often bought with", "Often chosen together", 120), new("colour", "Colour", -30), new("pattern", "Pattern", 3),
            new("type", "Type", -1)], "often bought with", 92);

    private static readonly CardModel Shirt = new("a", "Silk shirt", 24.5m, "abc", new PictureFrame(300, 400), 2, null) { Pairing = View };

    [Fact]
    public void Card_Pairing_SaysItsLineAsText()
    {
        var why = Show().Find(".card-why");

        Assert.Equal("often chosen with the Linen <trousers> in your bag", why.TextContent.Trim());
        Assert.Empty(Show().FindAll(".region"));
    }

    [Fact]
    public void Card_Pairing_ListsAllSharesAndTheirExactSum()
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
    public void Card_NothingStandsOut_SaysNothingButShowsTheSum()
    {
        var card = Show(View with { Words = "", Chosen = "", Where = "", Said = null });

        Assert.Equal("", card.Find(".card-why").TextContent.Trim());
        Assert.Single(card.FindAll("[data-score]"));
    }

    [Fact]
    public void Card_PairingKeptSilent_SaysNothingAtAll()
    {
        var card = Show(null);

        Assert.Equal("", card.Find(".card-why").TextContent.Trim());
        Assert.Empty(card.FindAll(".card-sum"));
    }

    private IRenderedComponent<ProductCard> Show(PairingView? view) =>
        Render<ProductCard>(parameters => parameters.Add(card => card.Card, Shirt with { Pairing = view }));

    private IRenderedComponent<ProductCard> Show() => Show(View);
}
