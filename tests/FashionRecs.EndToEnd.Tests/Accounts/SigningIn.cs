using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Accounts;

/// <summary>Signs visitors in.</summary>
public static class SigningIn
{
    /// <summary>Password of everybody in these tests.</summary>
    public const string Password = "correct horse battery";

    /// <summary>Signs a visitor in as somebody new with the given roles, through the page; returns the address.</summary>
    public static async Task<string> SignInAsAsync(this Visitor visitor, ShopServer shop, params string[] roles)
    {
        var email = $"{(roles is [var first, ..] ? first : "shopper")}-{Guid.NewGuid():N}"[..24] + "@example.org";
        await shop.Services.GetRequiredService<IAccountDirectory>().CreateAsync(email, Password, roles);
        await visitor.SignInAsync(email);
        return email;
    }

    /// <summary>Says that what was done in this browser is one's own, where that is asked.</summary>
    public static async Task JoinAsync(this IPage page)
    {
        if (await page.GetByLabel("Yes, add it to my account").CountAsync() > 0)
        {
            await page.GetByLabel("Yes, add it to my account").CheckAsync();
        }
    }

    /// <summary>Fills in the page of signing in.</summary>
    public static async Task SignInAsync(this Visitor visitor, string email)
    {
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.Page.GetByLabel("E-mail address").FillAsync(email);
        await visitor.Page.GetByLabel("Password").FillAsync(Password);
        await visitor.Page.JoinAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).WaitForAsync();
    }
}
