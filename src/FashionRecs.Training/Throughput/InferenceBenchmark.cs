using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;

namespace FashionRecs.Training.Throughput;

/// <summary>
/// Measures, in one run and on the same pictures, the whole way from bytes to regions, the network alone, and Grad-CAM by automatic
/// differentiation; and the same of other engines beside. The ways take turns, so that a busy machine slows all of them.
/// </summary>
public sealed class InferenceBenchmark(ProjectionEngine engine, IReadOnlyList<byte[]> pictures, TimeProvider time)
{
    /// <summary>Pictures per batch.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>How often each way is run; the median counts.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Pictures for Grad-CAM, which takes a second each.</summary>
    public int GradCamPictures { get; init; } = 4;

    /// <summary>Threads that share the work.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Other engines with the same weights and input size, to compare with; none by default.</summary>
    public IReadOnlyList<ProjectionEngine> Others { get; init; } = [];

    /// <summary>Runs everything once to warm up and then <see cref="Runs"/> times.</summary>
    public async Task<InferenceFigures> RunAsync(CancellationToken cancellation = default)
    {
        var (network, _) = AttributeNetworkFile.Load(engine.WeightsPath, engine.Vocabulary);
        using var renderer = new InputRenderer(engine.Weights.Input);
        PictureInput[] inputs = [.. pictures.Take(GradCamPictures).Select(bytes => PictureInput.Create(bytes, renderer))];
        var batches = Decode();
        List<RunTime> whole = [], alone = [], oneCaller = [], perAttribute = [], shared = [], looked = [], judged = [];
        var others = Others.ToDictionary(other => other, _ => (Whole: new List<RunTime>(), Alone: new List<RunTime>()));
        var steps = default(StepTimes);
        try
        {
            for (var run = -1; run < Runs; run++)
            {
                cancellation.ThrowIfCancellationRequested();
                var workers = new ProjectionWorkers(engine, time) { Grid = PoolGrid.Default, Batch = Batch, Threads = Threads };
                foreach (var (other, lists) in others)
                {
                    var theirs = new ProjectionWorkers(other, time) { Grid = PoolGrid.Default, Batch = Batch, Threads = Threads };
                    var first = await RunTime.MeasureAsync(() => DrainAsync(theirs, cancellation), time);
                    var second = await RunTime.MeasureAsync(() => NetworkAsync(other, batches, Threads, oneThread: Threads > 1), time);
                    if (run >= 0)
                    {
                        lists.Whole.Add(first);
                        lists.Alone.Add(second);
                    }
                }

                var times = new[]
                {
                    await RunTime.MeasureAsync(() => DrainAsync(workers, cancellation), time),
                    await RunTime.MeasureAsync(() => NetworkAsync(engine, batches, Threads, oneThread: Threads > 1), time),
                    await RunTime.MeasureAsync(() => NetworkAsync(engine, batches, 1, oneThread: false), time),
                    await RunTime.MeasureAsync(() => Each(input => GradCam.PassPerAttribute(network, input.Pixels, engine.Weights.Input)),
                        time),
                    await RunTime.MeasureAsync(() => Each(input => GradCam.SharedForward(network, input.Pixels, engine.Weights.Input)),
                        time),
                    await RunTime.MeasureAsync(() => EachFile(bytes => PictureJudge.Look(bytes)), time),
                    await RunTime.MeasureAsync(() => EachFile(bytes => PictureJudge.Judge(bytes)), time),
                };
                if (run < 0)
                {
                    continue; // the first run compiles and allocates
                }

                steps += workers.Times;
                foreach (var (list, one) in new[] { whole, alone, oneCaller, perAttribute, shared, looked, judged }.Zip(times))
                {
                    list.Add(one);
                }
            }
        }
        finally
        {
            network.Dispose();
            Array.ForEach(batches, batch => batch.Dispose());
        }

        Task Each(Action<PictureInput> work) => Task.Run(() => Array.ForEach(inputs, work), cancellation);

        Task EachFile(Action<byte[]> work) => Task.Run(() => { foreach (var bytes in pictures) { work(bytes); } }, cancellation);

        var total = (steps.Decode + steps.Network + steps.Maps).TotalSeconds;
        return new InferenceFigures(
            engine.Weights.Input.ToString(), engine.Engine, engine.Precision, Threads,
            Rate.Of(whole, pictures.Count), Rate.Of(alone, pictures.Count), Rate.Of(oneCaller, pictures.Count),
            new Dictionary<string, double>
            {
                ["decode"] = steps.Decode.TotalSeconds / total, ["network"] = steps.Network.TotalSeconds / total,
                ["maps"] = steps.Maps.TotalSeconds / total,
            },
            Rate.Of(perAttribute, inputs.Length), Rate.Of(shared, inputs.Length), Rate.Of(looked, pictures.Count),
            Rate.Of(judged, pictures.Count),
            [.. others.Prepend(KeyValuePair.Create(engine, (Whole: whole, Alone: alone))).Select(one => new EngineFigures(
                one.Key.Engine, one.Key.Precision, Rate.Of(one.Value.Whole, pictures.Count), Rate.Of(one.Value.Alone, pictures.Count)))]);
    }

    private ProjectionBatch[] Decode() =>
    [
        .. pictures.Chunk(Batch).Select(chunk =>
        {
            var batch = new ProjectionBatch(engine, chunk.Length, null, time);
            Array.ForEach(chunk, bytes => batch.Add(bytes));
            return batch;
        }),
    ];

    private async Task DrainAsync(ProjectionWorkers workers, CancellationToken cancellation)
    {
        await foreach (var one in workers.RunAsync(pictures.Count, i => pictures[i], cancellation))
        {
            if (one.Error is { } error)
            {
                throw new InvalidDataException($"Picture {one.Index + 1}: {error}");
            }
        }
    }

    private static async Task NetworkAsync(ProjectionEngine engine, ProjectionBatch[] batches, int threads, bool oneThread)
    {
        var (taken, all) = (-1, engine.Threads);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                engine.Threads = oneThread ? 1 : all;
                while (Interlocked.Increment(ref taken) is var next && next < batches.Length)
                {
                    batches[next].Classify(engine);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        engine.Threads = all;
    }
}
