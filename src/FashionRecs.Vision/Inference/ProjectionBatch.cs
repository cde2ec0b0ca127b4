using System.Numerics.Tensors;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

/// <summary>
/// One worker's inputs and scratch space, used again for every batch: pictures are drawn straight into the memory that the network reads.
/// Not thread-safe.
/// </summary>
internal sealed class ProjectionBatch : IDisposable
{
    private readonly ProjectionEngine engine;
    private readonly float[] pixels; // (capacity, H, W, 3)
    private readonly InputRenderer renderer;
    private readonly List<Letterbox> letterboxes;
    private readonly PoolGrid? grid;
    private readonly float[] pooled;
    private readonly TimeProvider time;

    /// <summary>Allocates space.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="capacity">Pictures that fit.</param>
    /// <param name="grid">What regions are pooled to; null for no features.</param>
    /// <param name="time">Measures <see cref="Times"/>.</param>
    public ProjectionBatch(ProjectionEngine engine, int capacity, PoolGrid? grid, TimeProvider time)
    {
        (this.engine, this.grid, this.time) = (engine, grid, time);
        (Size, renderer) = (engine.Weights.Input, new InputRenderer(engine.Weights.Input));
        pixels = new float[capacity * renderer.Length];
        letterboxes = new List<Letterbox>(capacity);
        pooled = grid is { } cells ? new float[engine.Weights.Shape.Features * cells.Height * cells.Width] : [];
    }

    /// <summary>Size of the inputs.</summary>
    public InputSize Size { get; }

    /// <summary>Time spent in each step so far.</summary>
    public StepTimes Times { get; private set; }

    /// <summary>Forgets the pictures.</summary>
    public void Clear() => letterboxes.Clear();

    /// <summary>Decodes a picture, at a reduced scale where that is enough, and draws it into the batch.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; one sentence says why. The batch is as before.</exception>
    public void Add(ReadOnlySpan<byte> encoded)
    {
        var start = time.GetTimestamp();
        using var decoded = PictureDecoder.Decode(encoded, (Size.Width, Size.Height));
        letterboxes.Add(renderer.Render(decoded, Pixels(letterboxes.Count)));
        Times += new StepTimes(time.GetElapsedTime(start), default, default);
    }

    /// <summary>The network alone: logits of the pictures (count, values).</summary>
    /// <param name="other">Runs it in place of the engine that the batch was made for.</param>
    public float[] Classify(ProjectionEngine? other = null) =>
        (other ?? engine).Classify(pixels.AsMemory(0, letterboxes.Count * renderer.Length), letterboxes.Count);

    /// <summary>Values, maps, boxes and, where a grid was given, features of every picture, in order.</summary>
    public MappedPicture[] Run()
    {
        if (letterboxes.Count == 0)
        {
            return [];
        }

        var start = time.GetTimestamp();
        var output = engine.Run(pixels.AsMemory(0, letterboxes.Count * renderer.Length), letterboxes.Count, keepFeatures: grid is not null);
        var middle = time.GetTimestamp();
        var results = new MappedPicture[letterboxes.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = engine.Read(output, i, letterboxes[i], Pixels(i));
            if (grid is { } cells)
            {
                results[i] = results[i] with { Features = Pool(output, i, results[i], cells) };
            }
        }

        Times += new StepTimes(default, time.GetElapsedTime(start, middle), time.GetElapsedTime(middle));
        return results;
    }

    private ExtractedFeatures Pool(NetworkOutput output, int picture, MappedPicture mapped, PoolGrid cells)
    {
        var channels = engine.Weights.Shape.Features;
        var length = output.Rows * output.Columns * channels;
        var features = new FeatureMap(output.Features.AsMemory(picture * length, length), output.Rows, output.Columns, channels);
        var regions = new List<PooledRegion>();
        foreach (var attribute in mapped.Picture.Attributes)
        {
            if (attribute.Region?.Box is { } box)
            {
                var region = mapped.Letterbox.ToInput(box);
                RegionPooling.Max(features, region, Size, cells, pooled);
                var halves = new Half[pooled.Length];
                TensorPrimitives.ConvertToHalf(pooled, halves);
                var colours = new float[3 * cells.Height * cells.Width];
                RegionPooling.Max(Pixels(picture), new FeatureGrid(Size.Height, Size.Width, 3), region, Size, cells, colours);
                PixelNormalization.ToColours(colours);
                regions.Add(new PooledRegion(attribute, halves, colours));
            }
        }

        return new ExtractedFeatures(features.Mean(), regions);
    }

    private Span<float> Pixels(int picture) => pixels.AsSpan(picture * renderer.Length, renderer.Length);

    /// <inheritdoc/>
    public void Dispose() => renderer.Dispose();
}
