using FashionRecs.Web.Accounts.Circuits;

namespace FashionRecs.Web.Tests.Accounts.Circuits;

public class CircuitTurnsTests
{
    private readonly CircuitTurns turns = new(3);
    private readonly List<int> begun = [];

    [Fact]
    public async Task Run_EarlierIsKnownLater_BeginsFirstAllTheSame()
    {
        var known = new TaskCompletionSource<bool>();
        var first = turns.RunAsync(() => known.Task, () => BeginAsync(1));
        var second = turns.RunAsync(() => Task.FromResult(true), () => BeginAsync(2));
        Assert.Empty(begun);

        known.SetResult(true);
        await Task.WhenAll(first, second);

        Assert.Equal([1, 2], begun);
    }

    [Fact]
    public async Task Run_ActThatNeverEnds_LetsTheNextBegin()
    {
        var ends = new TaskCompletionSource();
        var first = turns.RunAsync(() => Task.FromResult(true), () => ends.Task);

        await turns.RunAsync(() => Task.FromResult(true), () => BeginAsync(2));

        Assert.Equal([2], begun);
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Run_RefusedOrFailed_LetsTheNextBegin()
    {
        await turns.RunAsync(() => Task.FromResult(false), () => BeginAsync(1));
        await Assert.ThrowsAsync<IOException>(() => turns.RunAsync(() => throw new IOException("gone"), () => BeginAsync(2)));
        await Assert.ThrowsAsync<IOException>(() => turns.RunAsync(() => Task.FromResult(true), () => throw new IOException("gone")));

        await turns.RunAsync(() => Task.FromResult(true), () => BeginAsync(4));

        Assert.Equal([4], begun);
    }

    [Fact]
    public async Task Run_MoreThanMayWait_DropsWhatComesBeyond()
    {
        var known = new TaskCompletionSource<bool>();
        Task[] all = [.. Enumerable.Range(1, 5).Select(number => turns.RunAsync(() => known.Task, () => BeginAsync(number)))];

        known.SetResult(true);
        await Task.WhenAll(all);

        Assert.Equal([1, 2, 3], begun);
    }

    private Task BeginAsync(int number)
    {
        begun.Add(number);
        return Task.CompletedTask;
    }
}
