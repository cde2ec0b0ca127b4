using Bunit;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Merchandising;

public sealed class JobsPageTests : IDisposable
{
    private const string Kind = "retention";
    private readonly Guid worker = Guid.NewGuid();
    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();

    public JobsPageTests()
    {
        pages.Services.AddSingleton(shop.Get<IJobStore>()).AddSingleton(TimeProvider.System).AddSingleton(new PollingOptions())
            .AddSingleton(shop.Get<CurrentTaste>()).AddSingleton(new TasteOptions())
            .AddSingleton<IJobKind>(new RetentionJob(null!));
        // Nothing can be registered after the renderer is there.
        pages.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }

    [Fact]
    public async Task Page_JobWasGivenUp_SaysWhyAndTriesAgain()
    {
        var job = await TakeAsync(Kind);
        await Jobs.FailAsync(job.Id, worker, "The disk is full.", null);
        var page = pages.Render<JobsPage>();
        var row = page.Find($"tr[data-job={Kind}]");
        Assert.Contains("Removing what is old", row.TextContent);
        Assert.Contains("The disk is full.", row.TextContent);

        page.Find("button[aria-label='Try again: Removing what is old']").Click();

        page.WaitForAssertion(() => Assert.Equal("Removing what is old is tried again.", page.Find("[data-jobs-failed]").TextContent));
        Assert.Equal(JobState.Waiting, (await Jobs.TryFindAsync(Kind, ""))!.State);
        Assert.Empty(page.FindAll("tr[data-job]"));
    }

    [Fact]
    public async Task Page_JobIsRunning_SaysHowFarItIs()
    {
        var job = await TakeAsync(Kind);
        Assert.True(await Jobs.HoldAsync(job.Id, worker, TimeSpan.FromMinutes(1), 1_200, 5_000));

        var running = pages.Render<JobsPage>().Find($"li[data-job={Kind}]");

        Assert.Contains("1,200 of 5,000", running.TextContent);
        Assert.Equal("1200", running.QuerySelector("progress")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_JobThatThisVersionDoesNotKnow_SaysSoAndTakesItOffTheList()
    {
        var job = await TakeAsync("forgotten");
        await Jobs.FailAsync(job.Id, worker, "Nobody knows it.", null);
        var page = pages.Render<JobsPage>();
        Assert.Contains("A job that this version does not know (forgotten)", page.Find("tr[data-job]").TextContent);

        page.FindAll("tr[data-job] button")[1].Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr[data-job]")));
        Assert.Empty((await Jobs.ListAsync()).Failed);
    }

    [Fact]
    public async Task Tastes_AskedCancelledAndLearned_SaysSoAndGoesBack()
    {
        var page = pages.Render<JobsPage>();

        page.Find("[data-taste-learn]").Click();
        page.WaitForAssertion(() => Assert.Equal("Waiting", page.Find("[data-taste]").GetAttribute("data-taste")));
        page.Find("[data-taste-cancel]").Click();
        page.WaitForAssertion(() => Assert.Equal("none", page.Find("[data-taste]").GetAttribute("data-taste")));
        Assert.Null(await Jobs.TryFindAsync(LearnFromShoppersJob.Kind, ""));

        var learned = new LearnedTaste(null, new Dictionary<string, double> { ["type"] = 1 }, "It was learned.");
        await shop.Get<CurrentTaste>().KeepAsync(learned);
        await page.InvokeAsync(page.FindComponent<TastePanel>().Instance.FollowAsync);
        Assert.Equal(1, (await shop.Get<CurrentTaste>().GetAsync()).Weights["type"]);
        page.Find("[data-taste-back]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-taste-back]")));
        Assert.False((await shop.Get<CurrentTaste>().GetAsync()).Learned!.IsUsed);
    }

    private IJobStore Jobs => shop.Get<IJobStore>();

    private async Task<Job> TakeAsync(string kind)
    {
        await Jobs.QueueAsync([new(kind, 1, "")], anew: true);
        return (await Jobs.TakeAsync(worker, [kind], TimeSpan.FromMinutes(1)))!;
    }
}
