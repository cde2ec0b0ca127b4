using FashionRecs.Application;
using FashionRecs.Application.Research;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Experiments.Logging;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>What was seen and done stands in the log once, whether the circuit, an answer or the whole server is lost.</summary>
public sealed class LostCircuitTests(Browser browser) : IAsyncDisposable
{
    private const string Key = "lost";

    private readonly OpenThings open = new();

    [Fact]
    public async Task Log_CircuitThenServerLost_LosesAndDoublesNothing()
    {
        var database = Path.Combine(open.Folder, "shop.db");
        await using var services = new ServiceCollection().AddLogging().AddApplication()
            .AddSqliteStorage(options => options.DatabasePath = database).BuildServiceProvider();
        await services.GetRequiredService<IShopDatabase>().PrepareAsync();
        await DrawnProducts.FillAsync(services, 6, "V Neckline", "Round Neckline");
        var server = open.Keep(await ShopProcess.StartAsync(database));
        var shopper = open.Keep(await browser.VisitAsync(server.Address));
        var circuit = await Circuit.WatchAsync(shopper.Page);
        var sent = new SentMessages(shopper);
        var dialog = shopper.Page.Locator("#components-reconnect-modal");

        // Two likes teach a reason before the experiment starts; the list that is opened then is the exposure.
        await shopper.OpenAsync("/");
        foreach (var (product, learned) in (await VNecksAsync(services, 2)).Zip(["Learned from one click", "Learned from 2 clicks"]))
        {
            await LikeAsync(shopper, $"article.card[data-product-card='{product}']");
            await Assertions.Expect(shopper.Page.Locator("main .lede")).ToContainTextAsync(learned);
        }

        await ResearchShop.StartAsync(services, Key);
        await shopper.Page.RunAndWaitForResponseAsync(() => shopper.OpenAsync("/"),
            response => response.Url.EndsWith("/shown", StringComparison.Ordinal) && response.Ok);
        await shopper.Page.EvaluateAsync("window.sameDocument = true");

        // The circuit is cut and stays away; the shop takes a like, but its answer is lost on the way.
        await circuit.CutAsync();
        await Assertions.Expect(dialog).ToHaveJSPropertyAsync("open", true);
        await LosesTheAnswerAsync(shopper, () => LikeAsync(shopper, "article.card[data-shown]"));

        // It comes back to the very page, which has followed meanwhile.
        await circuit.MendAsync();
        await Assertions.Expect(dialog).ToHaveJSPropertyAsync("open", false);
        await Assertions.Expect(shopper.Page.Locator("main .lede")).ToContainTextAsync("Learned from 3 clicks");
        Assert.True(await shopper.Page.EvaluateAsync<bool>("window.sameDocument"));
        await StandsOnceAsync(services, sent, likes: 3);

        // The server is killed; what is done meanwhile waits in the browser until it is there again.
        server.Kill();
        await Assertions.Expect(dialog).ToHaveJSPropertyAsync("open", true);
        await LikeAsync(shopper, "article.card[data-shown]");
        open.Keep(await ShopProcess.StartAsync(database, server.Address));
        await shopper.Page.WaitForFunctionAsync("() => !window.sameDocument && document.documentElement.dataset.ready === 'true'", null,
            new() { Timeout = 120_000 });
        await Assertions.Expect(shopper.Page.Locator("main .lede")).ToContainTextAsync("Learned from 4 clicks");
        await StandsOnceAsync(services, sent, likes: 4);
        Assert.True(sent.Requests > sent.Count, "nothing was sent twice, so that nothing was tried");
    }

    private static async Task<IEnumerable<string>> VNecksAsync(ServiceProvider services, int count) =>
        (await services.GetRequiredService<ShopService>().CatalogAsync()).Items
            .Where(item => item.Readings.Any(reading => reading.Top.Code == "V Neckline")).Take(count).Select(item => item.Product.Id);

    /// <summary>
    /// Likes the first product that is not liked yet. By script, as somebody does who is faster than the dialog that covers the page.
    /// </summary>
    private static Task LikeAsync(Visitor visitor, string card) =>
        visitor.Page.Locator($"{card} [data-click=like]").First.EvaluateAsync("button => button.click()");

    private static async Task LosesTheAnswerAsync(Visitor visitor, Func<Task> act)
    {
        var lost = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/clicks", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
            lost.TrySetResult();
        });
        await act();
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await visitor.Page.UnrouteAsync("**/clicks");
    }

    private static async Task StandsOnceAsync(ServiceProvider services, SentMessages sent, int likes)
    {
        await sent.ConfirmedAsync();
        var (impressions, clicks) = (sent.Of("impression"), sent.Of("like"));
        var (exposures, outcomes) = await services.GetRequiredService<IExposureStore>().ReadAsync(Key);

        var exposure = Assert.Single(exposures);
        Assert.NotEmpty(impressions);
        HashSet<Guid> logged = [.. outcomes.Where(outcome => outcome.Kind == OutcomeKind.Impression).Select(outcome => outcome.Id)];
        Assert.Superset(impressions, logged);
        // The browser's word of a request may come after the shop has logged it.
        Assert.Subset(await Polling.UntilAsync(() => Task.FromResult(sent.Of("impression")), logged.IsSubsetOf), logged);
        // Two likes came before the experiment.
        Assert.Equal(likes - 2, outcomes.Count(outcome => outcome.Kind is OutcomeKind.Like or OutcomeKind.LikeOpened));
        var history = await services.GetRequiredService<IShopperStore>().HistoryAsync(Guid.Parse(exposure.Unit));
        Assert.Equal(clicks,
            [.. history.Events.Where(entry => entry.Event.Signal == PreferenceSignal.Like).Select(entry => entry.Event.Id)]);
        Assert.Equal(likes, clicks.Count);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => open.DisposeAsync();
}
