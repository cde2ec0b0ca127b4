using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>One browser for all tests; each visitor gets a context, that is cookies and storage, of their own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private string sentence = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // Generous, for a busy machine: a test that passes never waits for it.
        Assertions.SetDefaultExpectTimeout(40_000);
        playwright = await Playwright.CreateAsync();
        (browser, sentence) = await BrowserSource.StartAsync(playwright);
        Console.WriteLine(sentence);
    }

    /// <summary>A new visitor of the shop; skips the test where there is no browser.</summary>
    public async Task<Visitor> VisitAsync(string address, bool dark = false, bool phone = false)
    {
        if (browser is null)
        {
Assert.Skip(sentence);
        }

        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = phone,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
