using Bunit;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Merchandising;

public sealed class LearnPanelTests : IDisposable
{
    private readonly Guid worker = Guid.NewGuid();
    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();

    public LearnPanelTests() => pages.Services.AddSingleton(shop.Get<IJobStore>()).AddSingleton(TimeProvider.System)
        .AddSingleton(shop.Get<LearningNotes>()).AddSingleton(shop.Get<LearnableReviews>());

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }

    [Fact]
    public async Task Panel_NoProgramThatCanLearn_SaysSoAndGivesTheCommands()
    {
        await ReviewAsync(LearnableReviews.Least);
        var panel = pages.Render<LearnPanel>();

        Assert.Contains("fashionrecs worker", panel.Find("[data-no-learner]").TextContent);
        Assert.Contains("train --from-reviews", panel.Find("[data-no-learner]").TextContent);

        await shop.Get<LearningNotes>().SayHereAsync();
        await panel.InvokeAsync(panel.Instance.FollowAsync);
        Assert.Empty(panel.FindAll("[data-no-learner]"));
    }

    [Fact]
    public async Task Panel_TooFewReviews_OffersNothing()
    {
        await ReviewAsync(LearnableReviews.Least - 1);

        var panel = pages.Render<LearnPanel>();

        Assert.True(panel.Find("[data-learn]").HasAttribute("disabled"));
        Assert.Contains("1 more needed", panel.Markup);
    }

    [Fact]
    public async Task Panel_Asked_ShowsProgressCancelsAndSaysWhyItFailed()
    {
        await ReviewAsync(LearnableReviews.Least);
        await shop.Get<LearningNotes>().SayHereAsync();
        var panel = pages.Render<LearnPanel>();

        panel.Find("[data-learn]").Click();
        panel.WaitForAssertion(() => Assert.Equal("Waiting", panel.Find("[data-learning]").GetAttribute("data-learning")));
        var job = (await Jobs.TakeAsync(worker, [LearnFromReviewsJob.Kind], TimeSpan.FromMinutes(1)))!;
        Assert.True(await Jobs.HoldAsync(job.Id, worker, TimeSpan.FromMinutes(1), 12, 30));
        await panel.InvokeAsync(panel.Instance.FollowAsync);
        Assert.Equal(("12", "30"), (panel.Find("progress").GetAttribute("value"), panel.Find("progress").GetAttribute("max")));

        panel.Find("[data-learn-cancel]").Click();
        panel.WaitForAssertion(() => Assert.Equal("none", panel.Find("[data-learning]").GetAttribute("data-learning")));
        Assert.False(await Jobs.HoldAsync(job.Id, worker, TimeSpan.FromMinutes(1), 13, 30));

        panel.Find("[data-learn]").Click();
        panel.WaitForAssertion(() => Assert.Equal("Waiting", panel.Find("[data-learning]").GetAttribute("data-learning")));
        var again = (await Jobs.TakeAsync(worker, [LearnFromReviewsJob.Kind], TimeSpan.FromMinutes(1)))!;
        await Jobs.FailAsync(again.Id, worker, "There are too few reviews.", null);
        await panel.InvokeAsync(panel.Instance.FollowAsync);
        Assert.Contains("There are too few reviews.", panel.Find("[data-learn-failed]").TextContent);
    }

    private IJobStore Jobs => shop.Get<IJobStore>();

    private async Task ReviewAsync(int products)
    {
        var value = TestShop.Value("neckline_design", "V Neckline");
        for (var number = 0; number < products; number++)
        {
            await shop.AddAsync($"p{number}", value);
            await shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "",
                [new ReviewChange($"p{number}", value.Attribute, TagMarks.Choose(value))]));
        }
    }
}
