using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>What reviewers do in several tests.</summary>
internal static class Reviewing
{
    /// <summary>Signs in as a merchandiser; returns the name colleagues see.</summary>
    public static Task<string> SignInAsMerchandiserAsync(this Visitor visitor, ShopServer shop) =>
        visitor.SignInAsAsync(shop, Roles.Merchandiser);

    /// <summary>Opens a review screen and waits until keys reach it.</summary>
    public static async Task OpenReviewAsync(this Visitor visitor, string path)
    {
        await visitor.OpenAsync(path);
        await visitor.Page.Locator("[data-review][data-keys=ready]").WaitForAsync();
    }

    /// <summary>The product on the screen.</summary>
    public static async Task<string> ProductAsync(this Visitor visitor) =>
        (await visitor.Page.Locator("[data-review]").GetAttributeAsync("data-product"))!;

    /// <summary>Presses a key and waits until another product is on the screen; returns it.</summary>
    public static async Task<string> PressOnAsync(this Visitor visitor, string key, string from)
    {
        await visitor.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(visitor.Page.Locator("[data-review]")).Not.ToHaveAttributeAsync("data-product", from);
        return await visitor.ProductAsync();
    }

    /// <summary>Puts an attribute into focus, so that keys speak of it.</summary>
    public static async Task FocusAsync(this Visitor visitor, string attribute)
    {
        var head = visitor.Page.Locator(".attribute-head", new() { HasText = attribute }).First;
        if (await head.GetAttributeAsync("aria-expanded") != "true")
        {
            await head.ClickAsync();
        }

        await Assertions.Expect(head).ToHaveAttributeAsync("aria-expanded", "true");
        await visitor.Page.EvaluateAsync("document.activeElement?.blur()");
    }
}
