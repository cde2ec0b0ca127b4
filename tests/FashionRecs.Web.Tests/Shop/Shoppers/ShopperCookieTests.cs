using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FashionRecs.Web.Tests.Shop.Shoppers;

public class ShopperCookieTests
{
    [Fact]
    public async Task Recognise_OwnCookie_IsTheSameShopper()
    {
        var cookies = new ShopperCookie(new EphemeralDataProtectionProvider());
        var first = await VisitAsync(cookies, null);

        var second = await VisitAsync(cookies, CookieOf(first));

        Assert.Equal(first.User.Shopper(), second.User.Shopper());
        Assert.Empty(second.Response.Headers.SetCookie.ToString());
    }

    [Theory]
    [InlineData("not a cookie at all")]
    [InlineData("CfDJ8AAAA")]
    public async Task Recognise_CookieFromElsewhere_IsReplaced(string cookie)
    {
        var visit = await VisitAsync(new ShopperCookie(new EphemeralDataProtectionProvider()), cookie);

        Assert.NotEqual(Guid.Empty, visit.User.Shopper());
        Assert.Contains(ShopperCookie.Name, visit.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public async Task Recognise_CookieOfAnotherInstallation_IsReplaced()
    {
        var foreign = await VisitAsync(new ShopperCookie(new EphemeralDataProtectionProvider()), null);

        var visit = await VisitAsync(new ShopperCookie(new EphemeralDataProtectionProvider()), CookieOf(foreign));

        Assert.NotEqual(foreign.User.Shopper(), visit.User.Shopper());
    }

    [Fact]
    public async Task Recognise_NewCookie_IsHiddenFromScriptsAndOtherSites()
    {
        var header =
            (await VisitAsync(new ShopperCookie(new EphemeralDataProtectionProvider()), null)).Response.Headers.SetCookie.ToString();

        Assert.Contains("httponly", header);
        Assert.Contains("samesite=lax", header);
    }

    private static async Task<DefaultHttpContext> VisitAsync(ShopperCookie cookies, string? cookie)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Headers = { Accept = "text/html" } } };
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"{ShopperCookie.Name}={cookie}";
        }

        var answer = new Answer();
        context.Features.Set<IHttpResponseFeature>(answer);
        cookies.Recognise(context);
        await answer.BeginAsync();
        return context;
    }

    /// <summary>An answer that begins when a test says so.</summary>
    private sealed class Answer : HttpResponseFeature
    {
        private readonly List<Func<Task>> callbacks = [];

        public override void OnStarting(Func<object, Task> callback, object state) => callbacks.Add(() => callback(state));

        public async Task BeginAsync()
        {
            foreach (var callback in callbacks)
            {
                await callback();
            }
        }
    }

    private static string CookieOf(HttpContext context) => context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
}
