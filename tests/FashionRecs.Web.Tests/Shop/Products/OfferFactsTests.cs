using Bunit;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Shop.Discovery;
using FashionRecs.Web.Shop.Products;

namespace FashionRecs.Web.Tests.Shop.Products;

public class OfferFactsTests : ShopComponents
{
    private static readonly Product Dress =
        new() { Id = "1", Name = "Dress", Price = 5, Picture = "", PictureWidth = 3, PictureHeight = 4 };

    [Fact]
    public void Facts_AllKnown_SayStockSizesAndTheWay()
    {
        var facts = Facts(Dress with { Link = "https://shop.example/1", Availability = Availability.OutOfStock, Sizes = "S, 38/40" });

        Assert.Equal("Sold out", facts.Find(".stock").TextContent);
        Assert.Equal(["S", "38/40"], facts.FindAll(".size").Select(size => size.TextContent));
        var link = facts.Find(".to-retailer a");
        Assert.Equal(("https://shop.example/1", "nofollow noopener"), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Facts_NothingKnownOrAHostileLink_AreNotThere(string link) =>
        Assert.Empty(Facts(Dress with { Link = link }).Markup.Trim());

    [Theory]
    [InlineData("", "InStock")]
    [InlineData(Availability.OutOfStock, "OutOfStock")]
    [InlineData(Availability.Preorder, "PreOrder")]
    [InlineData(Availability.Backorder, "BackOrder")]
    public void Data_Availability_IsSchemaOrgs(string availability, string expected) => Assert.Contains(
        $"https://schema.org/{expected}\"",
        ProductData.Of(Dress with { Availability = availability }, "https://here/1", "https://here/1.webp", "EUR"));

    [Fact]
    public void Data_LinkToTheRetailer_IsWhereTheOfferIs() => Assert.Contains(
        "\"url\":\"https://shop.example/1\"",
        ProductData.Of(Dress with { Link = "https://shop.example/1" }, "https://here/1", "https://here/1.webp", "EUR"));

    [Fact]
    public void MorePictures_OfSeveral_OpenInTheViewerInTheirOrder()
    {
        var pictures = Render<MorePictures>(parameters => parameters.Add(more => more.Product, Dress with { MorePictures = "aa bb" }));

        Assert.Equal(["1", "2"], pictures.FindAll("button").Select(button => button.GetAttribute("data-viewer-open")));
        Assert.Equal("Picture 3 of 3", pictures.FindAll("img")[1].GetAttribute("alt"));
        Assert.Empty(Render<MorePictures>(parameters => parameters.Add(more => more.Product, Dress)).Markup.Trim());
    }

    private IRenderedComponent<OfferFacts> Facts(Product product) =>
        Render<OfferFacts>(parameters => parameters.Add(facts => facts.Product, product));
}
