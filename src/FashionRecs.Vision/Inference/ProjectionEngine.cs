using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Runtime;
using FashionRecs.Vision.Saliency;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Inference;

/// <summary>Runs batches of prepared pictures through the network: values, maps and boxes. Thread-safe.</summary>
public sealed class ProjectionEngine : IDisposable
{
    private readonly FoldedNetwork network;
    private readonly Device device;
    private readonly RegionHeadFile? regions;

    private ProjectionEngine(AttributeNetwork network, AttributeModelFile weights, string path, Precision? precision, string? regions)
    {
        device = TorchDevice.Pick();
        (Vocabulary, Weights, WeightsPath) = (network.Vocabulary, weights, path);
        Fingerprint = AttributeModelFile.Fingerprint(path);
        this.network = new FoldedNetwork(network, precision ?? TorchDevice.PickPrecision(device, network.Shape), device);
        using var biases = this.network.HeadBiases.cpu();
        Biases = biases.data<float>().ToArray();
        this.regions = Regions(regions);
    }

    /// <summary>Loads a weights file.</summary>
    /// <param name="path">The file; null for the weights that ship with the project.</param>
    /// <param name="vocabulary">Null for the vocabulary that ships with the project.</param>
    /// <param name="input">Null for the size the weights were made for; a larger one gives finer maps for more time.</param>
    /// <param name="precision">Null for what this machine is fastest with and the network's shape allows.</param>
    /// <param name="change">Done to the network before it is made ready, for experiments such as randomized layers.</param>
    /// <param name="regions">
    /// File of the head for regions; null for the one that ships with the project, where it belongs to these weights, and "" for none:
    /// regions are then cut from maps alone.
    /// </param>
    /// <exception cref="InvalidDataException">The file is missing, damaged or made for another vocabulary.</exception>
    public static ProjectionEngine Load(
        string? path = null, AttributeVocabulary? vocabulary = null, InputSize? input = null, Precision? precision = null,
        Action<AttributeNetwork>? change = null,
        string? regions = null)
    {
        path ??= AttributeModelFile.ShippedPath;
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no weights file '{path}'.");
        }

        TorchRuntime.EnsureLoaded();
        var (network, weights) = AttributeModelFile.Load(path, vocabulary ?? AttributeVocabularyFile.Default);
        using (network)
        {
            change?.Invoke(network);
            return new ProjectionEngine(network, weights with { Input = input ?? weights.Input }, path, precision,
                change is null ? regions : regions ?? "");
        }
    }

    /// <summary>What the weights file says of itself.</summary>
    public AttributeModelFile Weights { get; }

    /// <summary>Where the weights come from.</summary>
    public string WeightsPath { get; }

    /// <summary>Fingerprint of the weights.</summary>
    public string Fingerprint { get; }

    /// <summary>The words of the outputs.</summary>
    public AttributeVocabulary Vocabulary { get; }

    /// <summary>The number format of convolutions.</summary>
    public Precision Precision => network.Precision;

    /// <summary>How parts are cut out, in the vocabulary's order; null without a head for regions.</summary>
    public IReadOnlyList<PartRule>? PartRules => regions?.Rules;

    /// <summary>One bias per value.</summary>
    public IReadOnlyList<float> Biases { get; }

    /// <summary>Projects a batch; results stand in the order of the inputs.</summary>
    public IReadOnlyList<MappedPicture> Project(IReadOnlyList<PictureInput> inputs)
    {
        float[] pixels = inputs.Count == 1 ? inputs[0].Pixels : [.. inputs.SelectMany(input => input.Pixels)];
        using var pictures = torch.tensor(pixels, [inputs.Count, Weights.Input.Height, Weights.Input.Width, 3]);
        using var features = FineFeatures(pictures);
        var output = Map(features, keepFeatures: false);
        return [.. inputs.Select((input, i) => Read(output, i, input.Letterbox, input.Pixels))];
    }

    /// <summary>Logits of prepared pictures, without maps; results stand in the order of the inputs.</summary>
    /// <param name="inputs">Normalised pixels (H, W, 3) of each picture.</param>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<float[]> inputs)
    {
        using var pictures =
            torch.tensor([.. inputs.SelectMany(pixels => pixels)], [inputs.Count, Weights.Input.Height, Weights.Input.Width, 3]);
        using var features = Features(pictures);
        return [.. Classify(features).Chunk(Vocabulary.Values.Count)];
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
            var cut = regions!.Rules[attribute.Position];
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

    /// <summary>Normalised pixels (batch, H, W, 3), float32 → the last feature map (batch, features, rows, columns).</summary>
    internal Tensor Features(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        return network.Features(pixels.to(device).permute(0, 3, 1, 2)).MoveToOuterDisposeScope();
    }

    /// <summary>The same with the fine feature map.</summary>
    internal BackboneFeatures FineFeatures(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var features = network.FineFeatures(pixels.to(device).permute(0, 3, 1, 2));
        return new BackboneFeatures(features.Last.MoveToOuterDisposeScope(), features.Fine.MoveToOuterDisposeScope());
    }

    /// <summary>The last feature map → logits alone (batch, values), copied out.</summary>
    internal float[] Classify(Tensor features)
    {
        using var logits = network.Classify(features);
        using var copy = logits.cpu();
        return copy.data<float>().ToArray();
    }

    /// <summary>The feature maps → maps, logits and where parts are.</summary>
    internal NetworkOutput Map(BackboneFeatures backbone, bool keepFeatures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var features = backbone.Last;
        var maps = ActivationMaps.Compute(network.HeadWeights, features);                    // (batch, values, rows, columns)
        // The maps hold everything the logits do; summing them keeps words and regions from different numbers.
        var logits = maps.sum([2, 3]).add(network.HeadBiases, Scalars.One);
        var attention = regions?.Head.forward(
            features.to_type(ScalarType.Float32).contiguous(), backbone.Fine.to_type(ScalarType.Float32).contiguous()); // (batch, attributes · 2, rows, columns)
        return new NetworkOutput(
            (int)maps.shape[2], (int)maps.shape[3],
            logits.cpu().data<float>().ToArray(),
            maps.cpu().contiguous().data<float>().ToArray(),
            keepFeatures ? features.permute(0, 2, 3, 1).to_type(ScalarType.Float32).cpu().contiguous().data<float>().ToArray() : [],
            attention?.cpu().contiguous().data<float>().ToArray() ?? [], (int)(attention?.shape[2] ?? 0), (int)(attention?.shape[3] ?? 0));
    }

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
            Garment = regions is null ? null : GarmentMask.TryFind(pixels, Weights.Input, letterbox),
        };
        // Of a picture of one colour the network says whatever is likely anyway.
        var attributes = BlankPicture.Is(pixels, Weights.Input, letterbox)
            ? Vocabulary.Attributes.Select(attribute =>
                new ProjectedAttribute(attribute, [.. attribute.Values.Select(value => value.IsInvisible ? 1f : 0)], null, 0))
            : Vocabulary.Attributes.Select(attribute =>
                Read(mapped, new ProjectedAttribute(attribute, Weights.Probabilities(attribute, logits.Span), null, 0)));
        return mapped with { Picture = mapped.Picture with { Attributes = [.. attributes] } };
    }

    private ProjectedAttribute Read(MappedPicture mapped, ProjectedAttribute reading)
    {
        if (reading.Visible < Visibility.Shown || Locate(mapped, [reading.Top]) is not { } part)
        {
            return reading;
        }

        var family = reading.Top.Family is { } whole && Locate(mapped, whole.Values) is { } shown ? new FamilyRegion(whole, shown) : null;
        return reading with { Box = part.Box, BoxShare = part.Share, Outline = part.Outline, FamilyRegion = family };
    }

    private PartAttention[] Attention(NetworkOutput output, int picture)
    {
        var size = output.AttentionRows * output.AttentionColumns;
        return output.Attention.Length == 0
            ? [] : [.. Enumerable.Range(picture * Vocabulary.Attributes.Count, Vocabulary.Attributes.Count).Select(at => new PartAttention(
            output.Attention.AsMemory(RegionHead.Answers * at * size, size),
            output.Attention.AsMemory(((RegionHead.Answers * at) + 1) * size, size),
            output.AttentionRows, output.AttentionColumns))];
    }

    private RegionHeadFile? Regions(string? path)
    {
        if (path == "" || (path is null && !File.Exists(RegionHeadFile.ShippedPath)))
        {
            return null;
        }

        var file = RegionHeadFile.Load(path ?? RegionHeadFile.ShippedPath, Vocabulary);
        if (file.Fingerprint == Fingerprint && file.Head.Features == Weights.Shape.Features)
        {
            file.Head.to(device);
            return file;
        }

        file.Head.Dispose();
        return path is null ? null
            : throw new InvalidDataException($"The regions '{path}' belong to the weights {file.Fingerprint}, not to {Fingerprint}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        network.Dispose();
        regions?.Head.Dispose();
    }
}
