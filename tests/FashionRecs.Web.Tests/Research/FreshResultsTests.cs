using AngleSharp.Dom;
using Bunit;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tests;
using FashionRecs.Web.Research;
using FashionRecs.Web.Research.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Research;

public sealed class FreshResultsTests : IDisposable
{
    private const string Key = "why";

    private readonly WatchedTime clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();
    private int passes;

    public FreshResultsTests()
    {
        pages.Services.AddSingleton<TimeProvider>(clock).AddSingleton(shop.Get<ExperimentReader>()).AddSingleton(new ResearchOptions())
            .AddSingleton(shop.Get<LabReader>()).AddSingleton(shop.Get<InterleavingReader>());
        pages.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task Results_WhileTheExperimentRuns_FollowTheLogByThemselves()
    {
        await StartAsync();
        await ExposeAsync(0);
        var page = Open();
        Assert.Equal(1, Shoppers(page));
        Assert.Contains("09:00:00", page.Find("[data-computed]").TextContent);

        await ExposeAsync(1);
        Pass(page, TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Equal(2, Shoppers(page)));
        Assert.Contains("09:01:00", page.Find("[data-computed]").TextContent);
        Assert.Equal("2 shoppers now, 1 at the last look.", page.Find("[role=status][data-news]").TextContent);
    }

    [Fact]
    public async Task Results_NothingWasLogged_AreNotComputedAgain()
    {
        await StartAsync();
        await ExposeAsync(0);
        var page = Open();

        Pass(page, TimeSpan.FromMinutes(1));
        await ExposeAsync(1);
        Pass(page, TimeSpan.FromMinutes(1));

        // The second look is the first that finds something; had the first computed, it would say so.
        page.WaitForAssertion(() => Assert.Equal(2, Shoppers(page)));
        Assert.Equal("2 shoppers now, 1 at the last look.", page.Find("[data-news]").TextContent);
        Assert.Contains("09:02:00", page.Find("[data-computed]").TextContent);
    }

    [Fact]
    public async Task Results_ToldNotToFollow_WaitUntilAskedAndThenSaySo()
    {
        await StartAsync();
        await ExposeAsync(0);
        var page = Open();
        page.Find("input[type=checkbox]").Change(false);
        await ExposeAsync(1);
        Pass(page, TimeSpan.FromMinutes(5));
        Assert.Equal(1, Shoppers(page));

        await Look(page).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, Shoppers(page)));
        Assert.Contains("09:05:00", page.Find("[data-computed]").TextContent);
    }

    [Fact]
    public async Task Results_ExperimentStoppedMeanwhile_EndTheirFollowing()
    {
        var running = await StartAsync();
        await ExposeAsync(0);
        var page = Open();
        await shop.Get<IExperimentStore>().SaveAsync(shop.Get<ExperimentActions>().Stop(running, "Ada", "enough"), 1);
        Pass(page, TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("input[type=checkbox]")));
        Assert.Contains("Stopped", page.Find(".kicker").TextContent);
    }

    [Fact]
    public async Task Results_ShopperDeletedMeanwhile_CountThemNoMore()
    {
        await StartAsync();
        await ExposeAsync(0);
        var gone = await ExposeAsync(1, Guid.NewGuid().ToString());
        var page = Open();
        Assert.Equal(2, Shoppers(page));
        await shop.Get<IShopperStore>().DeleteAsync(Guid.Parse(gone));
        Pass(page, TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Equal(1, Shoppers(page)));
        Assert.Equal("1 shopper now, 2 at the last look.", page.Find("[data-news]").TextContent);
    }

    private IRenderedComponent<ResultsPage> Open()
    {
        var page = pages.Render<ResultsPage>(parameters => parameters.Add(results => results.Key, Key));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-units]")));
        page.WaitForAssertion(() => Assert.Equal(1, clock.Waits)); // What it knows now is what it compares with.
        return page;
    }

    /// <summary>Lets time pass once the page waits for it, and not while it still looks.</summary>
    private void Pass(IRenderedComponent<ResultsPage> page, TimeSpan time)
    {
        var awaited = ++passes;
        page.WaitForAssertion(() => Assert.Equal(awaited, clock.Waits));
        clock.Advance(time);
    }

    private static int Shoppers(IRenderedComponent<ResultsPage> page) =>
        page.FindAll("[data-metric=persuasion]")[0].QuerySelectorAll("[data-units]").Sum(cell => int.Parse(cell.TextContent));

    private static IElement Look(IRenderedComponent<ResultsPage> page) =>
        page.FindAll("button").Single(button => button.TextContent == "Look again");

    private async Task<Experiment> StartAsync()
    {
        var actions = new ExperimentActions(clock);
        var running = actions.Start(
            actions.Submit(
                actions.Create(Key, new()
                {
                    Hypothesis = "A marked region makes a reason easier to believe.",
                    Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())],
                    PrimaryMetric = "persuasion", PlannedPerArm = 100,
                }, "Ada"), [], "Ada"), [], "Grace");
        await shop.Get<IExperimentStore>().SaveAsync(running, 0);
        return running;
    }

    private async Task<string> ExposeAsync(int number, string? unit = null)
    {
        var experiment = (await shop.Get<IExperimentStore>().FindAsync(Key))!.Value.Experiment;
        unit ??= $"u{number}";
        await shop.Get<IExposureStore>().LogAsync(new Exposure(Key, 1, unit, experiment.ArmOf(unit)!.Key, clock.GetUtcNow(), "p1", 1));
        return unit;
    }

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }

    /// <summary>A clock that counts who waits for it.</summary>
    private sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private int waits;

        public int Waits => Volatile.Read(ref waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref waits);
            return timer;
        }
    }
}
