using Bunit;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class PageLinksTests : ShopComponents
{
    [Fact]
    public void Links_InTheMiddle_LeadToEveryPageMoreAndOtherLengths()
    {
        string? asked = null;
        var links = Render<PageLinks>(parameters => parameters.Add(page => page.Total, 600)
            .Add(page => page.Query, new CatalogQuery { Skip = 48 }).Add(page => page.OnMore, address => asked = address));

        Assert.Equal("3", links.Find("[aria-current=page]").TextContent);
        Assert.Equal(["/catalog?page=2", "/catalog", "/catalog?page=2", "/catalog?page=3", "/catalog?page=4", "/catalog?page=25",
            "/catalog?page=4"],
            links.FindAll(".page-numbers a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/catalog?page=3", "/catalog?per=48&page=2", "/catalog?per=96"],
            links.FindAll(".per-page a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Products 49 to 72 of 600", links.Markup);

        links.Find(".more").Click();

        Assert.Equal("/catalog?page=3-4", asked);
    }

    [Fact]
    public void Links_SeveralPagesToTheEnd_OfferNoMore()
    {
        var links = Render<PageLinks>(parameters => parameters.Add(page => page.Total, 60)
            .Add(page => page.Query, new CatalogQuery { Pages = 3 }));

        Assert.Empty(links.FindAll(".more"));
        Assert.Equal(["1", "2", "3"], links.FindAll("[aria-current=page]").Select(link => link.TextContent));
        Assert.Contains("Products 1 to 60 of 60", links.Markup);
    }

    [Fact]
    public void Links_AllOnOnePage_AreNotThere() =>
        Assert.Empty(Render<PageLinks>(parameters => parameters.Add(page => page.Total, 24)).Markup.Trim());
}
