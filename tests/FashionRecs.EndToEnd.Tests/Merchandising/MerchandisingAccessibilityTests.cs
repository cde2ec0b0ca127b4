using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class MerchandisingAccessibilityTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Pages_Axe_FindsNoViolation(bool dark, bool phone)
    {
        var reviewer = await VisitAsync(dark, phone);
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product.Id;
        var broken = new List<string>();
        foreach (var path in (string[])["", "/queue", $"/review/{product}?state=all", $"/history/{product}", "/bulk", "/opinions", "/intake", "/export", "/weights"])
        {
            await reviewer.OpenAsync($"/merchandising{path}");
            await reviewer.PictureAsync($"merchandising-{path.Split('?')[0].Trim('/').Split('/')[0]}-{(dark ? "dark" : "light")}-{(phone ? "phone" : "desktop")}");
            var result = await reviewer.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
            broken.AddRange(result.Violations.Select(violation =>
                $"{path}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + string.Join(';', node.Any.Select(check => check.Message))))}"));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
