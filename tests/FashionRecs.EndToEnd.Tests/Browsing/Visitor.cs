using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>One person in the shop.</summary>
public sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>The visitor's window.</summary>
    public IPage Page => page;

    /// <summary>The visitor's cookies and storage.</summary>
    public IBrowserContext Context => context;

    /// <summary>Folder for pictures to look at; null where nobody asked for them.</summary>
    private static string? Asked => Environment.GetEnvironmentVariable("FASHIONRECS_SCREENSHOTS") is { Length: > 0 } named ? named : null;

    /// <summary>Opens a page and waits until clicks reach the circuit.</summary>
    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Waits until clicks reach the circuit and nothing on the page is loading.</summary>
    public async Task ReadyAsync()
    {
        await page.Locator("html[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("[role=status][aria-label=Loading]")).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Waits until the address ends like this: the page may draw before, or after, the address changes. The driver's own wait for an address
    /// misses one that comes while it begins to wait.
    /// </summary>
    public Task ExpectAddressEndsWithAsync(string end) => ExpectAddressMatchesAsync($"{Regex.Escape(end)}$");

    /// <summary>Waits until the address contains this.</summary>
    public Task ExpectAddressContainsAsync(string part) => ExpectAddressMatchesAsync(Regex.Escape(part));

    /// <summary>Waits until the address matches a regular expression.</summary>
    public Task ExpectAddressMatchesAsync(string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = 120_000 });

    /// <summary>Takes a picture of the window for people to look at, where they asked for pictures: each takes about a second.</summary>
    public async Task ShowAsync(string name, bool whole = true)
    {
        if (Asked is not null)
        {
            await PictureAsync(name, whole);
        }
    }

    /// <summary>Takes a picture of the window; returns its path.</summary>
    public async Task<string> PictureAsync(string name, bool whole = true)
    {
        var path = Path.Combine(Asked ?? Path.Combine(AppContext.BaseDirectory, "screenshots"), $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = whole });
        return path;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
