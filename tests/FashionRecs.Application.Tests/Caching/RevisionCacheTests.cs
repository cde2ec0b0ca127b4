using FashionRecs.Application.Caching;

namespace FashionRecs.Application.Tests.Caching;

public sealed class RevisionCacheTests
{
    private readonly TaskCompletionSource let = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long revision = 1;
    private int refreshes;

    [Fact]
    public async Task Get_TwentyCallersAtOnce_RefreshOnce()
    {
        using var cache = Cache(async _ => await let.Task);

        Task<Value>[] callers = [.. Enumerable.Range(0, 20).Select(_ => cache.GetAsync())];
        let.SetResult();
        var values = await Task.WhenAll(callers);

        Assert.Equal(1, refreshes);
        Assert.All(values, value => Assert.Equal(1, value.Revision));
    }

    [Fact]
    public async Task Get_NothingChanged_RefreshesNothing()
    {
        using var cache = Cache(_ => Task.CompletedTask);
        var before = await cache.GetAsync();

        Assert.Same(before, await cache.GetAsync());
        Assert.Equal(1, refreshes);
    }

    [Fact]
    public async Task Get_Changed_MakesItOutOfTheOneBefore()
    {
        using var cache = Cache(_ => Task.CompletedTask);
        await cache.GetAsync();
        revision = 2;

        Assert.Equal(new Value(2, Before: 1), await cache.GetAsync());
    }

    [Fact]
    public async Task Get_RefreshFails_KeepsTheOldValueAndTriesAgain()
    {
        var fails = false;
        using var cache = Cache(_ => fails ? throw new IOException("The database is locked.") : Task.CompletedTask);
        var old = await cache.GetAsync();
        (revision, fails) = (2, true);

        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync());
        revision = 1;
        Assert.Same(old, await cache.GetAsync());
        (revision, fails) = (2, false);
        Assert.Equal(2, (await cache.GetAsync()).Revision);
    }

    [Fact]
    public async Task Get_ChangedAgainWhileWaiting_IsAsNewAsWhenAsked()
    {
        using var cache = Cache(async _ => await let.Task);
        var first = cache.GetAsync();
        revision = 2;
        var second = cache.GetAsync();
        let.SetResult();

        await first;
        Assert.Equal(2, (await second).Revision);
    }

    [Fact]
    public async Task Get_Cancelled_LetsOthersThrough()
    {
        using var gone = new CancellationTokenSource();
        using var cache = Cache(async cancellation => await let.Task.WaitAsync(cancellation));
        var first = cache.GetAsync(gone.Token);
        var second = cache.GetAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        let.SetResult();

        Assert.Equal(1, (await second).Revision);
    }

    private RevisionCache<long, Value> Cache(Func<CancellationToken, Task> work) => new(
        new Value(0, 0), value => value.Revision, _ => Task.FromResult(revision), async (before, cancellation) =>
        {
            var read = revision;
            refreshes++;
            await work(cancellation);
            return new Value(read, before.Revision);
        });

    private sealed record Value(long Revision, long Before);
}
