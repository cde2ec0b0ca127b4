using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Inference;

public sealed class ProjectionWorkersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ProjectionEngine engine;
    private readonly byte[][] pictures =
    [
        .. Enumerable.Range(0, 23).Select(i => Pictures.Encode(40 + i, 60, SKEncodedImageFormat.Jpeg,
            canvas => canvas.DrawRect(10, 10, 20, 15, new SKPaint { Color = SKColors.Navy }), new SKColor((byte)(10 * i), 90, 120))),
    ];

    public ProjectionWorkersTests() => engine = ProjectionEngine.Load(TinyNetwork.Save(folder, TinyNetwork.Create()));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(3, 4)]
    [InlineData(2, 64)]
    public async Task RunAsync_AnyThreadsAndBatches_GivesEveryPictureInOrderAsAlone(int threads, int batch)
    {
        using var renderer = new InputRenderer(engine.Weights.Input);
        var workers = new ProjectionWorkers(engine) { Threads = threads, Batch = batch };

        var results = await workers.RunAsync(pictures.Length, i => pictures[i]).ToListAsync();

        Assert.Equal(Enumerable.Range(0, pictures.Length), results.Select(one => one.Index));
        foreach (var one in results)
        {
            var alone = engine.Project([PictureInput.Create(pictures[one.Index], renderer)])[0];
            Assert.Equal(40 + one.Index, one.Result!.Picture.Width);
            Assert.All(alone.Logits.Zip(one.Result.Logits), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        }

        Assert.True(workers.Times.Decode > TimeSpan.Zero && workers.Times.Network > TimeSpan.Zero && workers.Times.Maps > TimeSpan.Zero);
    }

    [Fact]
    public async Task RunAsync_BadPictures_SayWhyAndTheOthersAreProjected()
    {
        var workers = new ProjectionWorkers(engine) { Batch = 4, Grid = new PoolGrid(2, 2) };

        var results = await workers.RunAsync(10, i => i % 3 == 1 ? throw new IOException("gone") : i % 3 == 2 ? [] : pictures[i])
            .ToListAsync();

        Assert.All(results, one => Assert.Equal(one.Index % 3 == 0, one.Error is null));
        Assert.Equal("gone", results[1].Error);
        Assert.All(results.Where(one => one.Error is null), one =>
        {
            Assert.Equal(one.Result!.Picture.Attributes.Count(attribute => attribute.Region is not null),
                one.Result.Features!.Regions.Count);
        });
    }

    [Fact]
    public async Task RunAsync_DefectInAPicturesSource_ReachesTheReader()
    {
        var workers = new ProjectionWorkers(engine) { Batch = 4 };

        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await workers.RunAsync(10, i => i == 6 ? throw new NotSupportedException() : pictures[i]).ToListAsync());
    }

    [Fact]
    public async Task RunAsync_ReaderStopsEarly_EndsItsThreads()
    {
        var read = 0;
        var workers = new ProjectionWorkers(engine) { Threads = 2, Batch = 1 };

        await foreach (var one in workers.RunAsync(1000, _ =>
        {
            Interlocked.Increment(ref read);
            return pictures[0];
        }))
        {
            if (one.Index == 2)
            {
                break;
            }
        }

        Assert.InRange(read, 3, 12); // no more than the few that were under way
    }

    public void Dispose()
    {
        engine.Dispose();
        folder.Dispose();
    }
}
