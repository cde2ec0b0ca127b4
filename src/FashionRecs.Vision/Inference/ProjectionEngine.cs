using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Onnx;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

/// <summary>Runs batches of prepared pictures through the network: values, maps and boxes. Thread-safe.</summary>
public sealed class ProjectionEngine : IDisposable
{
    private readonly INetworkEngine network;

    private ProjectionEngine(NetworkSource source, INetworkEngine network, EngineChoice choice, StoredRegionHead? regions)
    {
        (Vocabulary, Weights, WeightsPath, Fingerprint) = (source.Vocabulary, source.Weights, source.Path, source.Fingerprint);
        (this.network, Choice, PartRules, Biases) = (network, choice, regions?.Rules, network.Biases);
    }

    /// <summary>Loads a weights file.</summary>
    /// <param name="path">The file; null for the weights that ship with the project.</param>
    /// <param name="vocabulary">Null for the vocabulary that ships with the project.</param>
    /// <param name="input">Null for the size the weights were made for; a larger one gives finer maps for more time.</param>
    /// <param name="precision">Of torch; null for what this machine is fastest with and the network's shape allows.</param>
    /// <param name="regions">
    /// File of the head for regions; null for the one that ships with the project, where it belongs to these weights, and "" for none:
    /// regions are then cut from maps alone.
    /// </param>
    /// <param name="engine">What runs the network.</param>
    /// <exception cref="InvalidDataException">
    /// The file is missing, damaged or made for another vocabulary, or the engine cannot run it; one sentence says why.
    /// </exception>
    public static ProjectionEngine Load(
        string? path = null, AttributeVocabulary? vocabulary = null, InputSize? input = null, Precision? precision = null,
        string? regions = null, EngineOption engine = EngineOption.Torch)
    {
        var source = Source(path, vocabulary, input);
        var head = Regions(source, regions);
        var choice = EngineSelection.Choose(engine, source, TorchBuild.Provider, AgreementCache.Default,
            ranges => EngineComparison.OnDrawings(source, head, ranges));
        return choice.Engine == EngineOption.Torch
            ? new ProjectionEngine(source, TorchBuild.Provider!.Create(source, head, precision), choice, head)
            : Onnx(source, head, choice, choice.Engine == EngineOption.Int8 ? source.FindRanges() : null);
    }

    /// <summary>Projection with an engine that was made.</summary>
    internal static ProjectionEngine Of(NetworkSource source, INetworkEngine network, EngineChoice choice, StoredRegionHead? regions) =>
        new(source, network, choice, regions);

    /// <summary>An engine of ONNX Runtime: int8 with ranges, float32 without.</summary>
    internal static ProjectionEngine Onnx(NetworkSource source, StoredRegionHead? head, EngineChoice choice, QuantizationFile? ranges) =>
        new(
        source, new OnnxEngine(source.Network, head is null ? null : PlainRegionHead.Of(head), source.Weights.Input, ranges?.Ranges),
        choice, head);

    /// <summary>Opens a weights file.</summary>
    internal static NetworkSource Source(string? path, AttributeVocabulary? vocabulary, InputSize? input)
    {
        path ??= AttributeModelFile.ShippedPath;
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no weights file '{path}'.");
        }

        var source = new NetworkSource(path, vocabulary ?? AttributeVocabularyFile.Default);
        source.Weights = source.Weights with { Input = input ?? source.Weights.Input };
        return source;
    }

    /// <summary>Finds the head for regions of a weights file; null where none belongs to it.</summary>
    /// <exception cref="InvalidDataException">A file was named that belongs to other weights.</exception>
    internal static StoredRegionHead? Regions(NetworkSource source, string? path)
    {
        if (path == "" || (path is null && !File.Exists(StoredRegionHead.ShippedPath)))
        {
            return null;
        }

        var file = StoredRegionHead.Read(path ?? StoredRegionHead.ShippedPath, source.Vocabulary);
        return file.Fingerprint == source.Fingerprint && file.Features == source.Weights.Shape.Features
            ? file
            : path is null ? null
            : throw new InvalidDataException(
                $"The regions '{path}' belong to the weights {file.Fingerprint}, not to {source.Fingerprint}.");
    }

    /// <summary>What runs the network, and why.</summary>
    public EngineChoice Choice { get; }

    /// <summary>What the weights file says of itself.</summary>
    public AttributeModelFile Weights { get; }

    /// <summary>Where the weights come from.</summary>
    public string WeightsPath { get; }

    /// <summary>Fingerprint of the weights.</summary>
    public string Fingerprint { get; }

    /// <summary>The words of the outputs.</summary>
    public AttributeVocabulary Vocabulary { get; }

    /// <summary>What runs the network, for people: "torch" or "ONNX Runtime".</summary>
    public string Engine => network.Name;

    /// <summary>The number format of convolutions, for people: "Float32", "BFloat16" or "Int8".</summary>
    public string Precision => network.Precision;

    /// <summary>How parts are cut out, in the vocabulary's order; null without a head for regions.</summary>
    public IReadOnlyList<PartRule>? PartRules { get; }

    /// <summary>
    /// Threads that a call may share its work among when it is made by the calling thread; engines whose calls always use one ignore it.
    /// </summary>
    internal int Threads
    {
        get => network.Threads;
        set => network.Threads = value;
    }

    /// <summary>One bias per value.</summary>
    public IReadOnlyList<float> Biases { get; }

    /// <summary>Projects a batch; results stand in the order of the inputs.</summary>
    public IReadOnlyList<MappedPicture> Project(IReadOnlyList<PictureInput> inputs)
    {
        float[] pixels = inputs.Count == 1 ? inputs[0].Pixels : [.. inputs.SelectMany(input => input.Pixels)];
        var output = Run(pixels, inputs.Count, keepFeatures: false);
        return [.. inputs.Select((input, i) => Read(output, i, input.Letterbox, input.Pixels))];
    }

    /// <summary>Logits of prepared pictures, without maps; results stand in the order of the inputs.</summary>
    /// <param name="inputs">Normalised pixels (H, W, 3) of each picture.</param>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<float[]> inputs)
    {
        return [.. Classify(inputs.SelectMany(pixels => pixels).ToArray(), inputs.Count).Chunk(Vocabulary.Values.Count)];
    }

    /// <summary>
    /// Where a picture shows values of one attribute, one of them or a family: the region that speaks for them most. Null where the picture
    /// is too small to hold one.
    /// </summary>
    /// <param name="mapped">The picture.</param>
    /// <param name="values">The values, at least one; the map of several is the sum of theirs.</param>
    public PartRegion? Locate(MappedPicture mapped, IReadOnlyList<AttributeValue> values)
    {
        var (attribute, rule) = (values[0].Attribute, Weights.RegionRule(values[0].Attribute));
        var covered = mapped.Letterbox.Covered;
        if (mapped.Attention.Count > 0 && mapped.Part(attribute, Evidence(mapped, values), Weights.Input) is { IsSure: true } part)
        {
            var cut = PartRules![attribute.Position];
            var region = part.Region(cut);
            return mapped.Letterbox.ToOriginal(region.Box) is { } around
                ? new PartRegion(around, region.Share) { Outline = part.Outline(cut) } : null;
        }

        var found = RegionFinder.Find(SaliencyMap.Compute(rule.Contrast, mapped.Maps, values), Weights.Input, covered, rule.Threshold,
            rule.Joined);
        return mapped.Letterbox.ToOriginal(found.Box) is { } box ? new PartRegion(box, found.Share) : null;
    }

    /// <summary>The evidence that the region of values is cut from.</summary>
    /// <param name="mapped">The picture.</param>
    /// <param name="values">One value, or several of one attribute.</param>
    public ActivationMap Evidence(MappedPicture mapped, IReadOnlyList<AttributeValue> values) => mapped.Attention.Count > 0
        ? SaliencyMap.Sum(mapped.Maps, values)
        : SaliencyMap.Compute(Weights.RegionRule(values[0].Attribute).Contrast, mapped.Maps, values);

    /// <summary>Normalised pixels (count, H, W, 3) → logits alone (count, values).</summary>
    internal float[] Classify(Memory<float> pixels, int count) => network.Classify(pixels, count);

    /// <summary>Normalised pixels (count, H, W, 3) → maps, logits and where parts are.</summary>
    internal NetworkOutput Run(Memory<float> pixels, int count, bool keepFeatures) => network.Run(pixels, count, keepFeatures);

    /// <summary>Reads one picture of a batch: probabilities, and a region for every attribute that is shown.</summary>
    internal MappedPicture Read(NetworkOutput output, int picture, Letterbox letterbox, ReadOnlySpan<float> pixels)
    {
        var (values, size) = (Vocabulary.Values.Count, output.Rows * output.Columns);
        var logits = output.Logits.AsMemory(picture * values, values);
        var maps = new ActivationMap[values];
        for (var value = 0; value < values; value++)
        {
            maps[value] = new ActivationMap(output.Maps.AsMemory(((picture * values) + value) * size, size), output.Rows, output.Columns);
        }

        var mapped = new MappedPicture(new ProjectedPicture(letterbox.Width, letterbox.Height, []), letterbox, logits.ToArray(), maps)
        {
            Attention = Attention(output, picture),
            Garment = PartRules is null ? null : GarmentMask.TryFind(pixels, Weights.Input, letterbox),
        };
        // Of a picture of one colour the network says whatever is likely anyway.
        var attributes = BlankPicture.Is(pixels, Weights.Input, letterbox)
            ? Vocabulary.Attributes.Select(attribute =>
                new ProjectedAttribute(attribute, [.. attribute.Values.Select(value => value.IsInvisible ? 1f : 0)]))
            : Vocabulary.Attributes.Select(attribute =>
                Read(mapped, new ProjectedAttribute(attribute, Weights.Probabilities(attribute, logits.Span))));
        return mapped with { Picture = mapped.Picture with { Attributes = [.. attributes] } };
    }

    private ProjectedAttribute Read(MappedPicture mapped, ProjectedAttribute reading)
    {
        if (reading.Visible < Visibility.Shown || Locate(mapped, [reading.Top]) is not { } part)
        {
            return reading;
        }

        var family = reading.Top.Family is { } whole && Locate(mapped, whole.Values) is { } shown ? new FamilyRegion(whole, shown) : null;
        return reading with { Region = part, FamilyRegion = family };
    }

    private PartAttention[] Attention(NetworkOutput output, int picture)
    {
        var size = output.AttentionRows * output.AttentionColumns;
        return output.Attention.Length == 0
            ? [] : [.. Enumerable.Range(picture * Vocabulary.Attributes.Count, Vocabulary.Attributes.Count).Select(at => new PartAttention(
            output.Attention.AsMemory(RegionAnswers.PerAttribute * at * size, size),
            output.Attention.AsMemory(((RegionAnswers.PerAttribute * at) + 1) * size, size),
            output.AttentionRows, output.AttentionColumns))];
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
