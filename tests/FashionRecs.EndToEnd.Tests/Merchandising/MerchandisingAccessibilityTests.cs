using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class MerchandisingAccessibilityTests(Browser browser, ReviewedShop shop) : BrowserTest(browser, shop.Server.Address),
IClassFixture<ReviewedShop>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_Axe_FindsNoViolation(bool phone)
    {
        var reviewer = await VisitAsync(phone: phone);
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

            var found = await reviewer.BrokenAsync($"merchandising-{name}-{(phone ? "phone" : "desktop")}");
            broken.AddRange(found.Select(rule => $"{name}: {rule}"));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
