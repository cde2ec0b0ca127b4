using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace FashionRecs.Web.Tests.Shop.Shoppers;

public class ShopperCookieTests
{
    [Fact]
    public void Recognise_OwnCookie_IsTheSameShopper()
    {
        var cookies = new ShopperCookie(new EphemeralDataProtectionProvider());
        var first = Visit(cookies, null);

        var second = Visit(cookies, CookieOf(first));

        Assert.Equal(first.User.Shopper(), second.User.Shopper());
        Assert.Empty(second.Response.Headers.SetCookie.ToString());
    }

    [Theory]
    [InlineData("not a cookie at all")]
    [InlineData("CfDJ8AAAA")]
    public void Recognise_CookieFromElsewhere_IsReplaced(string cookie)
    {
        var visit = Visit(new ShopperCookie(new EphemeralDataProtectionProvider()), cookie);

        Assert.NotEqual(Guid.Empty, visit.User.Shopper());
        Assert.Contains(ShopperCookie.Name, visit.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public void Recognise_CookieOfAnotherInstallation_IsReplaced()
    {
        var foreign = Visit(new ShopperCookie(new EphemeralDataProtectionProvider()), null);

        var visit = Visit(new ShopperCookie(new EphemeralDataProtectionProvider()), CookieOf(foreign));

        Assert.NotEqual(foreign.User.Shopper(), visit.User.Shopper());
    }

    [Fact]
    public void Recognise_NewCookie_IsHiddenFromScriptsAndOtherSites()
    {
        var header = Visit(new ShopperCookie(new EphemeralDataProtectionProvider()), null).Response.Headers.SetCookie.ToString();

        Assert.Contains("httponly", header);
        Assert.Contains("samesite=lax", header);
    }

    private static DefaultHttpContext Visit(ShopperCookie cookies, string? cookie)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"{ShopperCookie.Name}={cookie}";
        }

        cookies.Recognise(context);
        return context;
    }

    private static string CookieOf(HttpContext context) => context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
}
