using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Jobs;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Storage.Tests.Jobs;

/// <summary>Workers on one database.</summary>
public abstract class JobWorkerTests(TestDatabase database) : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly ToldJobs told = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Drain_TwoWorkers_ShareFiveHundredJobsAndDoubleNone()
    {
        using var one = Open();
        using var other = Open();
        // Each waits with its first job until the other has one, so that a worker that starts late finds some.
        TaskCompletionSource begun = new(), begunToo = new();
        CountingJob left = new(Meeting(begun, begunToo)), right = new(Meeting(begunToo, begun));
        await Jobs(one).QueueAsync(CountingJob.Wanted(500), anew: false);
        // The same again, as of two servers that notice the same.
        await Jobs(other).QueueAsync(CountingJob.Wanted(500), anew: false);

        await Task.WhenAll(Task.Run(() => Worker(one, left).DrainAsync()), Task.Run(() => Worker(other, right).DrainAsync()));

        Assert.Equal(500, left.Times.Count + right.Times.Count);
        Assert.All(left.Times.Concat(right.Times), pair => Assert.Equal(1, pair.Value));
        Assert.Empty(left.Times.Keys.Intersect(right.Times.Keys));
        Assert.NotEmpty(left.Times);
        Assert.NotEmpty(right.Times);
        Assert.Equal(0, await Jobs(one).CountAsync(CountingJob.Kind));
    }

    private static Func<string, Action<int, int>, CancellationToken, Task> Meeting(TaskCompletionSource own, TaskCompletionSource others) =>
        (_, _, cancellation) =>
        {
            own.TrySetResult();
            return others.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
        };

    [Fact]
    public async Task Cancel_WaitingOrRunning_IsGoneAndWhoWorksOnItCannotHoldIt()
    {
        using var shop = Open();
        await Jobs(shop).QueueAsync(CountingJob.Wanted(2), anew: false);
        var worker = Guid.NewGuid();
        var running = (await Jobs(shop).TakeAsync(worker, [CountingJob.Kind], TimeSpan.FromSeconds(30)))!;
        var waiting = (await Jobs(shop).TryFindAsync(CountingJob.Kind, running.Subject == "n0" ? "n1" : "n0"))!;

        Assert.True(await Jobs(shop).CancelAsync(running.Id));
        Assert.True(await Jobs(shop).CancelAsync(waiting.Id));

        Assert.False(await Jobs(shop).HoldAsync(running.Id, worker, TimeSpan.FromSeconds(30), 1, 2));
        Assert.False(await Jobs(shop).CancelAsync(running.Id));
        Assert.Null(await Jobs(shop).TakeAsync(worker, [CountingJob.Kind], TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Drain_ProgramHasNotWhatItNeeds_LeavesItToOthers()
    {
        using var shop = Open();
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);

        Assert.Equal(0, await Worker(shop, new CountingJob { IsPossible = false }).DrainAsync());
        Assert.Equal(1, await Worker(shop, new CountingJob()).DrainAsync());
    }

    [Fact]
    public async Task Take_WorkerWasKilled_GoesToAnotherOnceItsTimeIsOver()
    {
        using var one = Open();
        using var other = Open();
        await Jobs(one).QueueAsync(CountingJob.Wanted(1), anew: false);
        var killed = (await Jobs(one).TakeAsync(Guid.NewGuid(), [CountingJob.Kind], TimeSpan.FromSeconds(30)))!;
        var job = new CountingJob();

        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await Worker(other, job).DrainAsync());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Worker(other, job).DrainAsync());

        Assert.Single(job.Times);
        Assert.Equal(killed.Id, Assert.Single((await Jobs(one).ListAsync()).Done).Id);
    }

    [Fact]
    public async Task Take_ClockWasADayAheadAndIsSetBack_GoesOnAtOnce()
    {
        using var shop = Open();
        time.Advance(TimeSpan.FromDays(1));
        await Jobs(shop).QueueAsync(CountingJob.Wanted(3), anew: false);
        var worker = Guid.NewGuid();
        await Jobs(shop).TakeAsync(worker, [CountingJob.Kind], TimeSpan.FromSeconds(30)); // Its worker is killed.
        var failed = (await Jobs(shop).TakeAsync(worker, [CountingJob.Kind], TimeSpan.FromSeconds(30)))!;
        await Jobs(shop).FailAsync(failed.Id, worker, "The disk is full.", TimeSpan.FromSeconds(10));
        time.AdjustTime(time.GetUtcNow() - TimeSpan.FromDays(1));
        var job = new CountingJob();

        Assert.Equal(3, await Worker(shop, job).DrainAsync());

        Assert.Equal(3, job.Times.Count);
        Assert.Equal(3, (await Jobs(shop).ListAsync()).Done.Count);
    }

    [Fact]
    public async Task Run_ClockMovedByADayEitherWay_DoesEachJobOnce()
    {
        using var shop = Open();
        var job = new CountingJob();
        var worker = Worker(shop, job);
        foreach (var (move, jobs) in new[] { (1, 1), (-1, 2), (-1, 3), (1, 4) })
        {
            time.AdjustTime(time.GetUtcNow() + TimeSpan.FromDays(move));
            await Jobs(shop).QueueAsync([new(CountingJob.Kind, 1, $"n{jobs}")], anew: false);

            Assert.Equal(1, await worker.DrainAsync());
        }

        Assert.All(job.Times, pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task Run_StalledSoLongThatAnotherTookItOver_LetsGoAndEndsNothing()
    {
        using var shop = Open();
        TaskCompletionSource begun = new(), stopped = new();
        var stalled = new CountingJob(async (_, _, cancellation) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                stopped.SetResult();
            }
        });
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);
        var working = Worker(shop, stalled).DrainAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // As if it had slept: nobody said in time that the job is still held.
        var other = Guid.NewGuid();
        using var ahead = new TestShop(database: database, time: new FakeTimeProvider(time.GetUtcNow() + TimeSpan.FromMinutes(5)));
        var taken = (await Jobs(ahead).TakeAsync(other, [CountingJob.Kind], TimeSpan.FromMinutes(20)))!;

        for (var left = 300; left > 0 && !working.IsCompleted; left--)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await working.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(taken.Id, Assert.Single((await Jobs(shop).ListAsync()).Running).Id);
        Assert.True(await Jobs(ahead).HoldAsync(taken.Id, other, TimeSpan.FromMinutes(20), 1, 2));
    }

    [Fact]
    public async Task Hold_TakenOverMeanwhile_IsRefused()
    {
        using var shop = Open();
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);
        var slept = Guid.NewGuid();
        var job = (await Jobs(shop).TakeAsync(slept, [CountingJob.Kind], TimeSpan.FromSeconds(30)))!;
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await Jobs(shop).TakeAsync(Guid.NewGuid(), [CountingJob.Kind], TimeSpan.FromSeconds(30)));

        Assert.False(await Jobs(shop).HoldAsync(job.Id, slept, TimeSpan.FromSeconds(30), 1, 2));
        await Jobs(shop).EndAsync(job.Id, slept);

        Assert.Equal(job.Id, Assert.Single((await Jobs(shop).ListAsync()).Running).Id);
    }

    [Fact]
    public async Task Drain_JobFailsEachTime_RestsLongerAndIsGivenUpUntilSomebodyTriesAgain()
    {
        using var shop = Open();
        var broken = true;
        var job = new CountingJob((_, _, _) => broken ? throw new IOException("The disk is full.") : Task.CompletedTask);
        var worker = Worker(shop, job);
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);
        for (var round = 0; round < 10; round++)
        {
            await worker.DrainAsync();
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([10, 20, 40, null], told.Pauses.Select(pause => pause?.TotalSeconds));
        var given = Assert.Single((await Jobs(shop).ListAsync()).Failed);
        Assert.Equal(("The disk is full.", 4), (given.Reason, given.Tries));
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);
        Assert.Equal(0, await worker.DrainAsync()); // Noticing it again is no reason to try it again.

        broken = false;
        Assert.True(await Jobs(shop).TryAgainAsync(given.Id));
        Assert.Equal(1, await worker.DrainAsync());

        var list = await Jobs(shop).ListAsync();
        Assert.Empty(list.Failed);
        Assert.Null(Assert.Single(list.Done).Reason);
        Assert.False(await Jobs(shop).TryAgainAsync(given.Id));
    }

    [Fact]
    public async Task Drain_ErrorThatNobodyForesaw_EndsNeitherWorkerNorOtherJobs()
    {
        using var shop = Open();
        var odd = new CountingJob((_, _, _) => throw new NotSupportedException("Not even this."));
        var fine = new CountingJob { Name = "fine" };
        await Jobs(shop).QueueAsync([new("counting", 1, "n0"), new("fine", 1, "n0")], anew: false);

        await Worker(shop, odd, fine).DrainAsync();

        Assert.Single(fine.Times);
        var again = Assert.Single((await Jobs(shop).ListAsync()).Again);
        Assert.Contains("NotSupportedException: Not even this.", again.Reason);
    }

    [Fact]
    public async Task Drain_JobOfAVersionThatNoLongerExists_IsGivenUpWithASentence()
    {
        using var shop = Open();
        var job = new CountingJob { Version = 3 };
        await Jobs(shop).QueueAsync([new("counting", 2, "old"), new("counting", 4, "newer")], anew: false);

        await Worker(shop, job).DrainAsync();

        Assert.Empty(job.Times);
        var list = await Jobs(shop).ListAsync();
        Assert.Contains("earlier version of FashionRecs", Assert.Single(list.Failed).Reason);
        Assert.Equal(1, list.Waiting["counting"]); // A newer program may do the other one.
    }

    [Fact]
    public async Task Tidy_KindThatNobodyKnows_IsGivenUpAfterADay()
    {
        using var shop = Open();
        await Jobs(shop).QueueAsync([new("forgotten", 1, "x")], anew: false);

        await Worker(shop, new CountingJob()).DrainAsync();
        Assert.Empty((await Jobs(shop).ListAsync()).Failed);
        time.Advance(TimeSpan.FromDays(1.1));
        await Worker(shop, new CountingJob()).DrainAsync();

        var given = Assert.Single((await Jobs(shop).ListAsync()).Failed);
        Assert.Contains("No program that runs knows jobs of the kind forgotten", given.Reason);
    }

    [Fact]
    public async Task Queue_AskedAnewWhileItRuns_RunsOnceMore()
    {
        using var shop = Open();
        var asked = false;
        var job = new CountingJob((_, _, _) => asked || !(asked = true) ? Task.CompletedTask
            : Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: true));

        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: true);
        await Worker(shop, job).DrainAsync();

        Assert.Equal(2, Assert.Single(job.Times).Value);
        Assert.Equal(0, await Jobs(shop).CountAsync(CountingJob.Kind));
    }

    [Fact]
    public async Task Drain_JobThatKnowsItsPause_RestsSoLongUnlessItIsAskedForAndIsNeverGivenUp()
    {
        using var shop = Open();
        var asked = false;
        var job = new CountingJob(async (_, _, _) =>
        {
            if (asked)
            {
                asked = false;
                await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: true);
            }

            throw new JobRestsException("Nobody is at home.", TimeSpan.FromHours(6));
        });
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: true);
        for (var day = 0; day < 3; day++)
        {
            Assert.Equal(1, await Worker(shop, job).DrainAsync());
            Assert.Equal("Nobody is at home.", Assert.Single((await Jobs(shop).ListAsync()).Again).Reason);
            time.Advance(TimeSpan.FromHours(5));
            Assert.Equal(0, await Worker(shop, job).DrainAsync());
            time.Advance(TimeSpan.FromHours(2));
        }

        asked = true;
        Assert.Equal(2, await Worker(shop, job).DrainAsync());
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: true);
        Assert.Equal(1, await Worker(shop, job).DrainAsync());
        Assert.Empty((await Jobs(shop).ListAsync()).Failed);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Drain_ServerThatLeavesJobsToOthers_DoesItsOwnOnly(bool own, int done)
    {
        using var shop = Open();
        var job = new CountingJob { IsOfServer = own };
        await Jobs(shop).QueueAsync(CountingJob.Wanted(1), anew: false);

        var server = new JobWorker(Jobs(shop), [job], JobPlace.Server, new JobOptions { Run = false }, told, time);
        var worker = new JobWorker(Jobs(shop), [job], JobPlace.Worker, new JobOptions(), told, time);

        Assert.Equal(done, await server.DrainAsync());
        Assert.Equal(1 - done, await worker.DrainAsync());
    }

    [Theory]
    [InlineData("Ada", 1)]
    [InlineData(ICatalogImportStore.CommandLine, 0)]
    public async Task Move_ImportThatMayGoOn_AsksForAJobInTheSameStep(string person, int jobs)
    {
        using var shop = Open();
        var imports = shop.Get<ICatalogImportStore>();
        var id = await imports.BeginAsync("list.csv", person);
        Assert.Equal(0, await Jobs(shop).CountAsync(CatalogImportJob.Kind));

        Assert.True(await imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]));
        Assert.False(await imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]));

        Assert.Equal(jobs, await Jobs(shop).CountAsync(CatalogImportJob.Kind));
        Assert.Equal(jobs == 1, await Jobs(shop).TryFindAsync(CatalogImportJob.Kind, id.ToString()) is not null);
    }

    private TestShop Open() => new(database: database, time: time, lockTimeoutSeconds: 30);

    private JobWorker Worker(TestShop shop, params IJobKind[] kinds) =>
        new(Jobs(shop), kinds, JobPlace.Server, new JobOptions { Tries = 4 }, told, time);

    private static IJobStore Jobs(TestShop shop) => shop.Get<IJobStore>();
}
