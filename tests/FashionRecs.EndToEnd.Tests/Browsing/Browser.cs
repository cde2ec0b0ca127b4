using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>One browser for all tests; each visitor gets a context, that is cookies and storage, of their own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Chromium as Debian's package installs it; <c>FASHIONRECS_CHROMIUM</c> names another.</summary>
    private static string Executable => Environment.GetEnvironmentVariable("FASHIONRECS_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        // Generous, for a busy machine: a test that passes never waits for it.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A new visitor of the shop; skips the test where there is no browser.</summary>
    public async Task<Visitor> VisitAsync(string address, bool dark = false, bool phone = false)
    {
        if (browser is null)
        {
            Assert.Skip($"There is no browser at {Executable}; install Debian's package chromium or set FASHIONRECS_CHROMIUM.");
        }

        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = phone,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(30_000);
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
