using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Regions;
using SkiaSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Regions;

/// <summary>Reads pictures once through a frozen backbone and draws what is known of where their parts are.</summary>
internal sealed class RegionExampleReader(FoldedNetwork network, InputSize input, AttributeVocabulary vocabulary, RegionHeadOptions options)
{
    private const int Batch = 16;

    /// <summary>Reads photographs, each as often as the options say, and drawings, each placed at random once.</summary>
    /// <param name="photographs">True regions of photographs.</param>
    /// <param name="drawings">True regions of drawings.</param>
    /// <param name="progress">Told how many were read.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public RegionExamples Read(IReadOnlyList<TrueRegion> photographs, IReadOnlyList<TrueRegion> drawings, Action<int, int>? progress,
        CancellationToken cancellation)
    {
        (TrueRegion[] Regions, int Placement)[] reads =
        [
            .. from picture in photographs.GroupBy(region => region.Path) from placement in Enumerable.Range(0,
                options.Placements) select (picture.ToArray(), placement),
            .. from picture in drawings.GroupBy(region => region.Path) select (picture.ToArray(), 1),
        ];
        var (last, fine, targets) = (new List<Tensor>(), new List<Tensor>(), new List<Tensor>());
        using var renderer = new InputRenderer(input);
        foreach (var (number, batch) in reads.Chunk(Batch).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var pixels = new float[batch.Length * renderer.Length];
            var toPictures = batch.Select((read, at) =>
                Render(read, number * Batch + at, renderer, pixels.AsSpan(at * renderer.Length, renderer.Length))).ToArray();
            var features = network.FineFeatures(torch.tensor(pixels, [batch.Length, input.Height, input.Width, 3]).permute(0, 3, 1, 2));
            last.Add(features.Last.to_type(ScalarType.Float16).contiguous().DetachFromDisposeScope());
            fine.Add(features.Fine.to_type(ScalarType.Float16).contiguous().DetachFromDisposeScope());
            var (rows, columns) = ((int)features.Fine.shape[2] * RegionAnswers.Finer, (int)features.Fine.shape[3] * RegionAnswers.Finer);
            byte[] drawn = [.. batch.AsParallel().AsOrdered()
                .Select((read, at) => RegionTargets.Draw(read.Regions, toPictures[at], vocabulary, rows, columns)).SelectMany(one => one)];
            targets.Add(torch.tensor(drawn, [batch.Length, vocabulary.Attributes.Count * RegionAnswers.PerAttribute, rows, columns])
                .DetachFromDisposeScope());
            progress?.Invoke(Math.Min(reads.Length, (number + 1) * Batch), reads.Length);
        }

        return new RegionExamples(Join(last), Join(fine), Join(targets));
    }

    private SKMatrix Render((TrueRegion[] Regions, int Placement) read, int number, InputRenderer renderer, Span<float> pixels)
    {
        using var decoded = PictureDecoder.Decode(PictureDecoder.ReadFile(read.Regions[0].Path), (input.Width, input.Height));
        var random = new Random(options.Seed + (number * 7919));
        using var light = read.Placement == 0 ? null : Augmentation.Light(random);
        var matrix = read.Placement == 0
            ? Letterbox.Fit(decoded.Width, decoded.Height, input).Matrix(decoded.Bitmap) : Augmentation.Place(decoded, input, random);
        renderer.Render(decoded.Bitmap, matrix, light, pixels);
        var ofPicture = SKMatrix.CreateScale(1f / input.Width, 1f / input.Height).PreConcat(matrix)
            .PreConcat(SKMatrix.CreateScale((float)decoded.Bitmap.Width / decoded.Width, (float)decoded.Bitmap.Height / decoded.Height));
        return ofPicture.Invert();
    }

    private static Tensor Join(List<Tensor> parts)
    {
        var whole = cat(parts, 0);
        parts.ForEach(part => part.Dispose());
        return whole;
    }
}
