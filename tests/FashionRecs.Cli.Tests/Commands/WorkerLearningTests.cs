using FashionRecs.Application.Catalog;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Models;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Cli.Commands;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using FashionRecs.Vision.Backbones;
using SkiaSharp;

namespace FashionRecs.Cli.Tests.Commands;

/// <summary>Learning that a page asked for, in workers of their own.</summary>
public sealed class WorkerLearningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile database = new();
    private readonly TestShop shop;

    public WorkerLearningTests() => shop = new TestShop(database: database, lockTimeoutSeconds: 30);

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Worker_KilledWhileItLearns_AnotherBeginsAnewAndKeepsOneResult()
    {
        var start = await FillAsync(400);
        Assert.False(await shop.Get<LearningNotes>().IsAnybodyHereAsync());
        await Jobs.QueueAsync([LearnFromReviewsJob.Wanted], anew: true);
        using (var first = WorkerProcess.Start(database))
        {
            await WorkerProcess.UntilAsync(async () => await FindAsync() is { State: JobState.Running });
            first.Kill(); // As kill -9 does.
            await first.WaitForExitAsync();
        }

        Assert.Equal(JobState.Running, (await FindAsync())!.State); // Nobody has told the database.
        Assert.Single(await Models.AllAsync());
        using (var second = WorkerProcess.Start(database))
        {
            await WorkerProcess.UntilAsync(async () => await FindAsync() is null or { State: JobState.Failed });
            second.Kill();
            await second.WaitForExitAsync();
        }

        Assert.Empty((await Jobs.ListAsync()).Failed);
        Assert.True(await shop.Get<LearningNotes>().IsAnybodyHereAsync());
        Assert.Contains("from 400 reviewed products", await shop.Get<LearningNotes>().TryFindAsync());
        var made = Assert.Single(await Models.AllAsync(), weights => weights.Fingerprint != start);
        Assert.Equal(start, LearningReport.TryRead(made.Report)!.Start);
        Assert.Equal(start, (await Models.CurrentAsync())!.Fingerprint); // Learning takes nothing into use.
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(made.Path)!));
    }

    [Fact]
    public async Task Worker_TooFewReviews_GivesUpWithASentence()
    {
        await FillAsync(5);
        await Jobs.QueueAsync([LearnFromReviewsJob.Wanted], anew: true);

        using (var worker = WorkerProcess.Start(database))
        {
            await WorkerProcess.UntilAsync(async () => await FindAsync() is { State: JobState.Failed });
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        Assert.Contains("too few reviews", (await FindAsync())!.Reason);
    }

    [Fact]
    public async Task Worker_CancelledWhileItLearns_KeepsNothing()
    {
        await FillAsync(400);
        await Jobs.QueueAsync([LearnFromReviewsJob.Wanted], anew: true);
        using var worker = WorkerProcess.Start(database);
        await WorkerProcess.UntilAsync(async () => await FindAsync() is { State: JobState.Running });

        Assert.True(await Jobs.CancelAsync((await FindAsync())!.Id));
        // The same worker does the next thing it is asked for, which shows that it has let go.
        await Jobs.QueueAsync([LearnFromReviewsJob.Wanted], anew: true);
        await WorkerProcess.UntilAsync(async () => await FindAsync() is null);
        worker.Kill();
        await worker.WaitForExitAsync();

        Assert.Equal(2, (await Models.AllAsync()).Count); // The start, and what the second one made.
    }

    private IJobStore Jobs => shop.Get<IJobStore>();
    private IModelStore Models => shop.Get<IModelStore>();

    private Task<Job?> FindAsync() => Jobs.TryFindAsync(LearnFromReviewsJob.Kind, "");

    /// <summary>Red garments have a shirt collar, blue ones none to see; a small network that knows nothing is in use.</summary>
    private async Task<string> FillAsync(int products)
    {
        var (import, collar) = (shop.Get<ProductImport>(), TestShop.Vocabulary["collar_design"]);
        for (var number = 0; number < products; number++)
        {
            var red = number % 2 == 0;
            var shade = (byte)(180 + (number % 60));
            var picture = Pictures.Encode(48 + (number % 7), 64, SKEncodedImageFormat.Png,
                ground: red ? new SKColor(shade, 30, 30) : new SKColor(30, 30, shade));
            var id = $"p{number:000}";
            await import.ImportAsync(new ProductFacts(id, "A dress", "Dress", "", "", "", "", 9, ""), picture, new FakeProjector());
            await shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "",
                [new ReviewChange(id, collar, TagMarks.Choose(collar.Values[red ? 1 : 0]))]));
        }

        using var network = TinyNetwork.Create();
        var path = TinyNetwork.Save(folder, network);
        var fingerprint = AttributeModelFile.Fingerprint(path);
        await Models.KeepAsync(new RegisteredModel(fingerprint, path, "{}", DateTimeOffset.UnixEpoch));
        await Models.UseAsync(fingerprint, "Ada");
        return fingerprint;
    }
}
