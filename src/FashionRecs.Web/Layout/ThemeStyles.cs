using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using MudBlazor;

namespace FashionRecs.Web.Layout;

/// <summary>
/// The variables of both themes as a style sheet of its own: they are a third of a page's bytes and the same for everybody, so they are
/// written once and cached for ever under an address that names their content.
/// </summary>
public sealed partial class ThemeStyles
{
    private readonly Lazy<Task<(string Text, string Address)>> written;

    public ThemeStyles(IServiceScopeFactory scopes, ILoggerFactory logs) => written = new(() => WriteAsync(scopes, logs));

    /// <summary>Where the style sheet is, relative to the base address.</summary>
    public async Task<string> AddressAsync() => (await written.Value).Address;

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/theme/{name}.css", async (string name, ThemeStyles styles, HttpContext context) =>
    {
        var (text, address) = await styles.written.Value;
        if (address != $"theme/{name}.css")
        {
            return Results.NotFound();
        }

        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } };
        return Results.Text(text, "text/css", Encoding.UTF8);
    });

    private static async Task<(string Text, string Address)> WriteAsync(IServiceScopeFactory scopes, ILoggerFactory logs)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            await OfAsync(renderer, ShopTheme.Light, dark: false) + await OfAsync(renderer, ShopTheme.Dark, dark: true));
        // Once each: what both themes write alike comes twice.
        var text = string.Join('\n', Style().Matches(html).Select(match => match.Groups[1].Value.Trim()).Distinct());
        return (text, $"theme/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}.css");
    }

    private static async Task<string> OfAsync(HtmlRenderer renderer, MudTheme theme, bool dark) => (await renderer.RenderComponentAsync<MudThemeProvider>(
        ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MudThemeProvider.Theme)] = theme, [nameof(MudThemeProvider.IsDarkMode)] = dark }))).ToHtmlString();

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
