using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class AccessibilityTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/catalog?neckline_design=V%20Neckline", false)]
    [InlineData("/catalog?neckline_design=V%20Neckline", true)]
    [InlineData("/style", false)]
    [InlineData("/style", true)]
    [InlineData("/product/*", false)]
    [InlineData("/product/*", true)]
    [InlineData("/no-such-page", false)]
    [InlineData("/no-such-page", true)]
    public async Task Page_Axe_FindsNoViolation(string path, bool dark)
    {
        var shopper = await VisitAsync(dark);
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product.Id;

        await shopper.OpenAsync(path.Replace("*", product, StringComparison.Ordinal));
        var result = await shopper.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        });

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(
            violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + string.Join(';', node.Any.Select(check => check.Message))))}")));
    }
}
