using FashionRecs.Domain.Hashing;
using System.Threading.Channels;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Decodes and draws batches ahead of the network on another thread. What is random depends only on seed, epoch and place, so the
/// batches do not depend on timing and an interrupted run can start again at any epoch.
/// </summary>
internal sealed class BatchLoader(IReadOnlyList<TrainingSet> sets, InputSize input, int batch, int seed)
{
    private const int Ahead = 4;

    private readonly LabelledPicture[] pictures = [.. sets.SelectMany(set => set.Pictures)];

    /// <summary>Steps in one epoch of training; a last incomplete batch is left out, because batch norm suffers from it.</summary>
    public int StepsPerEpoch => Math.Max(1, sets.Sum(set => set.PerEpoch) / batch);

    /// <summary>Shuffled and augmented batches of one epoch.</summary>
    public IAsyncEnumerable<TrainingBatch> Train(int epoch, CancellationToken cancellation)
    {
        var random = new Random(HashCode(seed, epoch, -1));
        var order = Order(random);
        random.Shuffle(order);
        var batches = Enumerable.Range(0, StepsPerEpoch).Select(step => order.Skip(step * batch).Take(batch).ToArray());
        return Produce(batches, epoch, cancellation);
    }

    /// <summary>All pictures in order, undistorted and centred.</summary>
    public IAsyncEnumerable<TrainingBatch> Evaluate(CancellationToken cancellation) =>
        Produce(Enumerable.Range(0, pictures.Length).Chunk(batch), epoch: null, cancellation);

    private int[] Order(Random random)
    {
        var starts = sets.Select((_, number) => sets.Take(number).Sum(set => set.Pictures.Count)).ToArray();
        return [.. sets.SelectMany((set, number) => set.Draw(random).Select(index => starts[number] + index))];
    }

    private IAsyncEnumerable<TrainingBatch> Produce(IEnumerable<int[]> batches, int? epoch, CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<TrainingBatch>(Ahead);
        _ = Task.Run(async () =>
        {
            Exception? failure = null;
            try
            {
                using var renderer = new InputRenderer(input);
                foreach (var indices in batches)
                {
                    await channel.Writer.WriteAsync(Make(indices, epoch, renderer), cancellation);
                }
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            channel.Writer.Complete(failure);
        }, cancellation);
        return channel.Reader.ReadAllAsync(cancellation);
    }

    private TrainingBatch Make(int[] indices, int? epoch, InputRenderer renderer)
    {
        var pixels = new float[indices.Length * renderer.Length];
        var regions = new List<PlacedRegion>();
        for (var i = 0; i < indices.Length; i++)
        {
            var picture = pictures[indices[i]];
            var destination = pixels.AsSpan(i * renderer.Length, renderer.Length);
            try
            {
                using var decoded =
                    PictureDecoder.Decode(PictureDecoder.ReadFile(picture.Path), (renderer.Size.Width, renderer.Size.Height));
                if (epoch is { } number)
                {
                    var random = new Random(HashCode(seed, number, indices[i]));
                    var matrix = Augmentation.Place(decoded, renderer.Size, random);
                    using var light = Augmentation.Light(random);
                    renderer.Render(decoded.Bitmap, matrix, light, destination);
                    regions.AddRange(Place(i, picture, decoded, matrix));
                }
                else
                {
                    renderer.Render(decoded, destination);
                }
            }
            catch (InvalidDataException exception)
            {
                throw new InvalidDataException($"{picture.Path}: {exception.Message}", exception);
            }
        }

        return new TrainingBatch(indices.Length, pixels, [.. indices.Select(i => pictures[i].Letters)],
            HashCode(seed, epoch ?? 0, indices[0]))
        {
            Teacher = [.. indices.Select(i => pictures[i].Teacher)],
            Regions = regions,
        };
    }

    private IEnumerable<PlacedRegion> Place(int place, LabelledPicture picture, DecodedPicture decoded, SKMatrix toInput)
    {
        var ofPicture = SKMatrix.CreateScale(1f / input.Width, 1f / input.Height).PreConcat(toInput)
            .PreConcat(SKMatrix.CreateScale((float)decoded.Bitmap.Width / decoded.Width, (float)decoded.Bitmap.Height / decoded.Height));
        return ofPicture.TryInvert(out var toPicture) ? picture.Regions.Select(region => new PlacedRegion(place, region, toPicture)) : [];
    }

    // System.HashCode differs from run to run by design; seeds must not.
    private static int HashCode(int run, int epoch, int picture) => (int)(Fnv1A32.Hash($"{run}:{epoch}:{picture}") & 0x7fffffff);
}
