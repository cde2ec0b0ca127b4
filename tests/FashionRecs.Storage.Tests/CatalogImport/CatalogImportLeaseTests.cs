using FashionRecs.Application.CatalogImport;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Storage.Tests.CatalogImport;

/// <summary>Two shops on one database carry an import on one at a time.</summary>
public abstract class CatalogImportLeaseTests(TestDatabase database) : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task With_HeldByAnother_DoesNothing()
    {
        using var one = Open();
        using var other = Open();
        var id = await BeginAsync(one);
        var (asked, done) = (0, 0);

        Assert.True(await Lease(one).WithAsync(id, async _ =>
        {
            Assert.Null(await other.Get<ICatalogImportStore>().NextAsync(Lease(other).Worker));
            Assert.NotNull(await one.Get<ICatalogImportStore>().NextAsync(Lease(one).Worker));
            Assert.False(await Lease(other).WithAsync(id, _ => Task.FromResult(asked++)));
            done++;
        }));

        Assert.Equal((0, 1), (asked, done));
        Assert.True(await Lease(other).WithAsync(id, _ => Task.FromResult(asked++)));
    }

    [Fact]
    public async Task With_ManyAtOnce_OneWins()
    {
        using var one = Open();
        using var other = Open();
        var id = await BeginAsync(one);
        Guid[] workers = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid())];

        var won = await Task.WhenAll(workers.Select((worker, at) => Task.Run(
            () => (at % 2 == 0 ? one : other).Get<ICatalogImportStore>().HoldAsync(id, worker, TimeSpan.FromMinutes(1)))));

        Assert.Single(won, true);
    }

    [Fact]
    public async Task Next_HolderWasKilled_IsFreeAfterAMinute()
    {
        using var one = Open();
        using var other = Open();
        var id = await BeginAsync(one);
        Assert.True(await one.Get<ICatalogImportStore>().HoldAsync(id, Lease(one).Worker, TimeSpan.FromMinutes(1)));

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await other.Get<ICatalogImportStore>().NextAsync(Lease(other).Worker));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(id, (await other.Get<ICatalogImportStore>().NextAsync(Lease(other).Worker))!.Id);
    }

    [Fact]
    public async Task With_TakenOverMeanwhile_StopsAndSaysSo()
    {
        using var one = Open();
        using var other = Open();
        var id = await BeginAsync(one);

        var error = await Assert.ThrowsAsync<IOException>(() => Lease(one).WithAsync(id, async held =>
        {
            // As after a machine slept: its time ran out, somebody else took it, and only then it asks again.
            database.Execute("""UPDATE "CatalogImports" SET "HeldUntilMilliseconds" = 0""");
            Assert.True(await other.Get<ICatalogImportStore>().HoldAsync(id, Lease(other).Worker, TimeSpan.FromMinutes(1)));
            time.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(Timeout.InfiniteTimeSpan, held);
        }).WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.Contains("was taken over by another program", error.Message);
        Assert.NotNull(await other.Get<ICatalogImportStore>().NextAsync(Lease(other).Worker));
    }

    private TestShop Open() => new(database: database, time: time);

    private static CatalogImportLease Lease(TestShop shop) => shop.Get<CatalogImportLease>();

    private static Task<Guid> BeginAsync(TestShop shop) =>
        shop.Get<ICatalogImportStore>().BeginAsync("list.csv", "Ada", CatalogImportState.Running);
}
