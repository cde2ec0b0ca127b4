using System.Text.Json;
using Microsoft.Playwright;

namespace FashionRecs.Benchmarks.Pages;

/// <summary>A telephone on slow 4G, as Chromium imitates it.</summary>
internal static class SlowPhone
{
    public const string Description = "1.6 Mbit/s down, 750 kbit/s up, 150 ms, processor slowed down 4 times";

    private const int Settle = 6_000;

    /// <summary>Collects what the browser observes before the page's own scripts run.</summary>
    private const string Observe = """
        window.seen = { lcp: 0, cls: 0, press: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(entry => window.seen.lcp = entry.startTime))
            .observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (!entry.hadRecentInput) window.seen.cls += entry.value;
        })).observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (entry.interactionId) window.seen.press = Math.max(window.seen.press, entry.duration);
        })).observe({ type: "event", durationThreshold: 16, buffered: true });
        """;

    private const string Read = """
        () => ({ ...window.seen, fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 })
        """;

    /// <summary>Opens a page with nothing in the cache, waits until it is quiet, and presses once.</summary>
    public static async Task<PageWeight> OpenAsync(IBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true,
        });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Observe);
        var session = await context.NewCDPSessionAsync(page);
        var (bytes, requests) = (0.0, 0);
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
        {
            bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await session.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1.6e6 / 8, ["uploadThroughput"] = 750e3 / 8,
        });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        await page.WaitForTimeoutAsync(Settle);
        var (weight, answers) = (bytes / 1000, requests);
        var heart = page.Locator("main [data-click=like]").First;
        await (await heart.CountAsync() > 0 ? heart : page.Locator("[data-theme-toggle]").First).ClickAsync();
        await page.WaitForTimeoutAsync(1_000);
        var seen = await page.EvaluateAsync<JsonElement>(Read);
        return new PageWeight(weight, answers, Number("fcp"), Number("lcp"), Number("cls"), Number("press"));

        double Number(string name) => seen.GetProperty(name).GetDouble();
    }
}
