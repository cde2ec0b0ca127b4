using Bunit;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Tests.Shop.Browse;

public class FacetListTests : ShopComponents
{
    [Fact]
    public void List_ManyChoices_ShowsAllOnceTheyAreAskedFor()
    {
        var colours =
            new Facet("colour", "Colour",
            [.. Enumerable.Range(1, 24).Select(number => new FacetChoice($"Colour {number}", 1, false, $"/catalog?colour={number}"))]);
        var list = Render<FacetList>(parameters => parameters.Add(facets => facets.Facets, [colours]));
        Assert.Equal(16, list.FindAll("li").Count);

        list.Find(".facets-more").Click();

        Assert.Equal(24, list.FindAll("li").Count);
        Assert.Equal("true", list.Find(".facets-more").GetAttribute("aria-expanded"));
        list.Find(".facets-more").Click();
        Assert.Equal("Show all 24", list.Find(".facets-more").TextContent);
        Assert.Equal(16, list.FindAll("li").Count);
    }
}
