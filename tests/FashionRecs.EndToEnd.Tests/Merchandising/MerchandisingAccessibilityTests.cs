using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class MerchandisingAccessibilityTests(Browser browser, ReviewedShop shop) : BrowserTest(browser, shop.Server.Address),
IClassFixture<ReviewedShop>
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
        var broken = new List<string>();
        foreach (var (name, path) in new[]
        {
            ("overview", ""), ("products", "/products"), ("product", $"/products/{shop.Product}"), ("grid", "/grid"), ("queue", "/queue"),
            ("review", $"/review/{shop.Product}?state=all"), ("history", $"/history/{shop.Product}"),
            ("bulk", "/bulk?state=all"), ("annotations", "/annotations"),
            ("imports", "/import"), ("import", $"/import/{shop.Import}"), ("export", "/export"),
            ("weights", "/weights"), ("reviewers", "/reviewers"), ("jobs", "/jobs"),
        })
        {
            await reviewer.OpenAsync($"/merchandising{path}");
            if (name is "review" or "grid" or "products")
            {
                // The page scrolls to what is in focus; a button that is scrolled half under a bar that stays is no small target.
                // The policy allows no style element that did not come from the shop.
                await reviewer.Page.EvaluateAsync(
                    "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = "
                        + "[...document.adoptedStyleSheets, sheet]; }",
                    ".site-header, .review-bar, .selection-bar { position: static !important; }");
            }

            await reviewer.ShowAsync($"merchandising-{name}-{(dark ? "dark" : "light")}-{(phone ? "phone" : "desktop")}");
            var result =
                await reviewer.Page.RunAxe(
                new AxeRunOptions { RunOnly =
                new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
            broken.AddRange(result.Violations.Select(violation =>
                $"{path}: {violation.Id}: {violation.Help}: "
                    + $"{string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + string.Join(';', node.Any.Select(check => check.Message))))}"));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
