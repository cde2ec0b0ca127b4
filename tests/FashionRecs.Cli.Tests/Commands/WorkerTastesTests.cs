using FashionRecs.Application.Jobs;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Cli.Commands;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Cli.Tests.Commands;

/// <summary>Learning from shoppers and large exports, in workers of their own that are killed in the middle.</summary>
public sealed class WorkerTastesTests
{
    private static readonly (string, string)[] FewAreACrowd =
        [("Crowd__Least", "2"), ("Crowd__LeastAgeHours", "0"), ("Crowd__OncePerOrigin", "false"), ("Tastes__Least", "30")];

    [Fact]
    public Task Worker_KilledWhileItLearnsOnSqlite_AnotherBeginsAnew() => KilledAsync(new SqliteFile());

    [Fact]
    public Task Worker_KilledWhileItLearnsOnPostgreSql_AnotherBeginsAnewAndThisServerUsesIt() => KilledAsync(new PostgreSqlDatabase());

    [Fact]
    public async Task Worker_KilledWhileItExports_AnotherWritesTheWholeFile()
    {
        using var database = new SqliteFile();
        using var shop = new TestShop(database: database, lockTimeoutSeconds: 30);
        const int products = 1_500;
        for (var number = 0; number < products; number++)
        {
            await shop.AddAsync($"p{number:0000}", TestShop.Value("neckline_design", "V Neckline"));
        }

        var shelf = shop.Get<ExportShelf>();
        var request = new ExportRequest(
            Guid.NewGuid(), "Ada", TimeProvider.System.GetUtcNow(), products, new ExportShape("csv", true, ["product"]),
            KeptFilter.Of(new ReviewFilter { State = ReviewState.All }));
        await shelf.AskAsync(request);
        await KillAsync(database, async () => await FindAsync(shop, ExportJob.Kind, request.Id.ToString()) is { State: JobState.Running });
        Assert.False(await shelf.IsWrittenAsync(request.Id));

        await KillAsync(database,
            async () => await FindAsync(shop, ExportJob.Kind, request.Id.ToString()) is null or { State: JobState.Failed });

        Assert.Empty((await shop.Get<IJobStore>().ListAsync()).Failed);
        var lines = await File.ReadAllLinesAsync((await shelf.TryOpenAsync(request.Id))!);
        Assert.Equal(products + 1, lines.Length);
    }

    private static async Task KilledAsync(TestDatabase database)
    {
        using var owned = database;
        using var shop = new TestShop(database: database, lockTimeoutSeconds: 30);
        await ShoppersWithTaste.FillAsync(shop, 300);
        var (jobs, taste) = (shop.Get<IJobStore>(), shop.Get<CurrentTaste>());
        Assert.Null((await taste.GetAsync()).Learned);
        await JobsAskCommand.RunAsync(jobs, LearnFromShoppersJob.Kind, TextWriter.Null, default);
        await KillAsync(database, async () => await FindAsync(shop) is { State: JobState.Running });
        Assert.Equal(JobState.Running, (await FindAsync(shop))!.State); // Nobody has told the database.
        Assert.Null((await taste.GetAsync()).Learned);

        await KillAsync(database, async () => await FindAsync(shop) is null or { State: JobState.Failed });

        var list = new StringWriter();
        await JobsListCommand.RunAsync(jobs, list, default);
        Assert.Contains($"done      {LearnFromShoppersJob.Kind}", list.ToString());
        Assert.DoesNotContain("given up", list.ToString());
        if (database is PostgreSqlDatabase)
        {
            // Told by the other process. On a file of several processes each looks once a minute.
            await WorkerProcess.UntilAsync(async () => (await taste.GetAsync()).Learned is not null);
            Assert.NotNull((await taste.GetAsync()).Learned!.Prior);
        }
    }

    private static Task<Job?> FindAsync(TestShop shop, string kind = LearnFromShoppersJob.Kind, string subject = "") =>
        shop.Get<IJobStore>().TryFindAsync(kind, subject);

    private static async Task KillAsync(TestDatabase database, Func<Task<bool>> when)
    {
        using var worker = WorkerProcess.Start(database, FewAreACrowd);
        await WorkerProcess.UntilAsync(when);
        worker.Kill(); // As kill -9 does.
        await worker.WaitForExitAsync();
    }
}
