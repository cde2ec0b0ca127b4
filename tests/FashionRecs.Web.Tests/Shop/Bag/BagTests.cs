using FashionRecs.Web.Languages;
using Bunit;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Bag;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Bag;

public class BagTests : ShopComponents
{
    private readonly BagLine[] lines =
    [
        new(Item("a", 19.99m), 2), new(Item("no price", null), 1), new(Item("gone", 5, isWithdrawn: true), 3),
        new(Item("c*d", 0.02m, "https://shop.example/c"), 1),
    ];

    [Fact]
    public void Table_SeveralOfSome_AddsUpWhatIsSoldAndHasAPrice()
    {
        Services.AddSingleton(new PriceWords("€"));

        var table = Render<BagTable>(parameters => parameters.Add(bag => bag.Lines, lines).Add(bag => bag.Changes, true));

        Assert.Equal(("4 pieces", "Total €40.00"),
            (table.Find(".bag-total span").TextContent, table.Find(".bag-total strong").TextContent));
        Assert.Contains("Without what has no price", table.Markup);
        Assert.Equal(3, table.FindAll("select").Count);
        Assert.Equal("2", table.Find("select option[selected]").TextContent);
    }

    [Fact]
    public void Text_OfABag_NamesWhatIsSoldWithItsPageAndTheTotal() => Assert.Equal(
        "2 × Product a (a) – €39.98\nhttps://here/a\n1 × Product no price (no price)\nhttps://here/no price\n"
            + "1 × Product c*d (c*d) – €0.02\nhttps://shop.example/c\nTotal €40.00",
        BagText.Of(lines, new PriceWords("€"), id => $"https://here/{id}", EnglishTexts.Localizer));

    [Fact]
    public void Address_OfABag_LeavesOutWhatIsNotSold() =>
        Assert.Equal("/bag/list?p=a*2&p=no%20price*1&p=c*d*1", BagAddress.Of(lines));

    private static CatalogItem Item(string id, decimal? price, string link = "", bool isWithdrawn = false) => new(
        AttributeVocabularyFile.Default,
        new Product
        {
            Id = id, Name = $"Product {id}", Price = price, Link = link, Picture = new('0', 64), PictureWidth = 3, PictureHeight = 4,
        }, null, [])
    {
        IsWithdrawn = isWithdrawn,
    };
}
