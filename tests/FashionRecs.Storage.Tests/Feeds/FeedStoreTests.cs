using FashionRecs.Application.Feeds;
using FashionRecs.Application.Jobs;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Feeds;

public abstract class FeedStoreTests(TestDatabase database) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(FeedOutcome.Fetched)]
    [InlineData(FeedOutcome.Unchanged)]
    [InlineData(FeedOutcome.Failed)]
    public async Task Save_ARun_ComesBackWholeAfterARestart(FeedOutcome outcome)
    {
        var run = new FeedRun(Start, outcome, "The server answered 503.", Guid.NewGuid(), "\"tag\"", "content");
        var feed = new Feed(Guid.NewGuid(), "Autumn", "https://shop.example/feed.xml", TimeSpan.FromHours(1), "ada", Start, Start);
        var shop = database.Open();
        await shop.Get<IFeedStore>().AddAsync(feed);
        await shop.Get<IFeedStore>().SaveAsync(feed.Id, run);
        shop.Dispose();

        using var restarted = database.Open();

        Assert.Equal(feed with { Last = run }, Assert.Single(await restarted.Get<IFeedStore>().AllAsync()));
        Assert.True(await restarted.Get<IFeedStore>().DeleteAsync(feed.Id));
        Assert.Null(await restarted.Get<IFeedStore>().TryFindAsync(feed.Id));
    }

    [Fact]
    public async Task Ask_TwoProcesses_OneOfThemAsksForARun()
    {
        using var one = database.Open();
        using var other = database.Open();
        var feed = new Feed(Guid.NewGuid(), "Autumn", "https://shop.example/feed.xml", TimeSpan.FromHours(1), "ada", Start, Start);
        await one.Get<IFeedStore>().AddAsync(feed);

        Assert.True(await one.Get<IFeedStore>().AskAsync(feed.Id, Start, Start.AddHours(1)));
        Assert.False(await other.Get<IFeedStore>().AskAsync(feed.Id, Start, Start.AddHours(1)));
        Assert.Equal(Start.AddHours(1), (await other.Get<IFeedStore>().TryFindAsync(feed.Id))!.Next);
        Assert.True(await other.Get<IFeedStore>().AskAsync(feed.Id, null, Start));
        Assert.Equal(1, await one.Get<IJobStore>().CountAsync(FeedJob.Kind));
    }

    [Fact]
    public async Task Pause_AFeed_IsAskedForNoMore()
    {
        using var shop = database.Open();
        var feed = new Feed(Guid.NewGuid(), "Autumn", "https://shop.example/feed.xml", TimeSpan.FromHours(1), "ada", Start, Start);
        await shop.Get<IFeedStore>().AddAsync(feed);

        Assert.True(await shop.Get<IFeedStore>().PauseAsync(feed.Id, true));

        Assert.True((await shop.Get<IFeedStore>().TryFindAsync(feed.Id))!.IsPaused);
        Assert.False(await shop.Get<IFeedStore>().AskAsync(feed.Id, null, Start));
        Assert.True(await shop.Get<IFeedStore>().PauseAsync(feed.Id, false));
        Assert.True(await shop.Get<IFeedStore>().AskAsync(feed.Id, null, Start));
        Assert.False(await shop.Get<IFeedStore>().PauseAsync(Guid.NewGuid(), true));
    }
}
