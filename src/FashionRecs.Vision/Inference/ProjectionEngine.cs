using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
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

    private ProjectionEngine(AttributeNetwork network, AttributeModelFile weights, string path, Precision? precision)
    {
        device = TorchDevice.Pick();
        (Vocabulary, Weights, WeightsPath) = (network.Vocabulary, weights, path);
        Fingerprint = AttributeModelFile.Fingerprint(path);
        this.network = new FoldedNetwork(network, precision ?? TorchDevice.PickPrecision(device, network.Shape), device);
        using var biases = this.network.HeadBiases.cpu();
        Biases = biases.data<float>().ToArray();
    }

    /// <summary>Loads a weights file.</summary>
    /// <param name="path">The file; null for the weights that ship with the project.</param>
    /// <param name="vocabulary">Null for the vocabulary that ships with the project.</param>
    /// <param name="input">Null for the size the weights were made for; a larger one gives finer maps for more time.</param>
    /// <param name="precision">Null for what this machine is fastest with and the network's shape allows.</param>
    /// <param name="change">Done to the network before it is made ready, for experiments such as randomized layers.</param>
    /// <exception cref="InvalidDataException">The file is missing, damaged or made for another vocabulary.</exception>
    public static ProjectionEngine Load(
        string? path = null, AttributeVocabulary? vocabulary = null, InputSize? input = null, Precision? precision = null,
        Action<AttributeNetwork>? change = null)
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
            return new ProjectionEngine(network, weights with { Input = input ?? weights.Input }, path, precision);
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

    /// <summary>One bias per value.</summary>
    public IReadOnlyList<float> Biases { get; }

    /// <summary>Projects a batch; results stand in the order of the inputs.</summary>
    public IReadOnlyList<MappedPicture> Project(IReadOnlyList<PictureInput> inputs)
    {
        float[] pixels = inputs.Count == 1 ? inputs[0].Pixels : [.. inputs.SelectMany(input => input.Pixels)];
        using var pictures = torch.tensor(pixels, [inputs.Count, Weights.Input.Height, Weights.Input.Width, 3]);
        using var features = Features(pictures);
        var output = Map(features, keepFeatures: false);
        return [.. inputs.Select((input, i) => Read(output, i, input.Letterbox))];
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

    /// <summary>The region that speaks for a value most, in pixels of the picture, and the share of the positive evidence in it.</summary>
    public (PixelBox? Box, float Share) Locate(IReadOnlyList<ActivationMap> maps, Letterbox letterbox, AttributeValue value)
    {
        var rule = Weights.RegionRule(value.Attribute);
        var found = RegionFinder.Find(SaliencyMap.Compute(rule.Contrast, maps, value), Weights.Input, letterbox.Covered, rule.Threshold,
            rule.Joined);
        return (letterbox.ToOriginal(found.Box), found.Share);
    }

    /// <summary>Normalised pixels (batch, H, W, 3), float32 → the last feature map (batch, features, rows, columns).</summary>
    internal Tensor Features(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        return network.Features(pixels.to(device).permute(0, 3, 1, 2)).MoveToOuterDisposeScope();
    }

    /// <summary>The last feature map → logits alone (batch, values), copied out.</summary>
    internal float[] Classify(Tensor features)
    {
        using var logits = network.Classify(features);
        using var copy = logits.cpu();
        return copy.data<float>().ToArray();
    }

    /// <summary>The last feature map → maps and logits.</summary>
    internal NetworkOutput Map(Tensor features, bool keepFeatures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var maps = ActivationMaps.Compute(network.HeadWeights, features);                    // (batch, values, rows, columns)
        // The maps hold everything the logits do; summing them keeps words and regions from different numbers.
        var logits = maps.sum([2, 3]) + network.HeadBiases;
        return new NetworkOutput(
            (int)maps.shape[2], (int)maps.shape[3],
            logits.cpu().data<float>().ToArray(),
            maps.cpu().contiguous().data<float>().ToArray(),
            keepFeatures ? features.permute(0, 2, 3, 1).to_type(ScalarType.Float32).cpu().contiguous().data<float>().ToArray() : []);
    }

    /// <summary>Reads one picture of a batch: probabilities, and a box for every attribute that is shown.</summary>
    internal MappedPicture Read(NetworkOutput output, int picture, Letterbox letterbox)
    {
        var (values, size) = (Vocabulary.Values.Count, output.Rows * output.Columns);
        var logits = output.Logits.AsMemory(picture * values, values);
        var maps = new ActivationMap[values];
        for (var value = 0; value < values; value++)
        {
            maps[value] = new ActivationMap(output.Maps.AsMemory(((picture * values) + value) * size, size), output.Rows, output.Columns);
        }

        var attributes = new ProjectedAttribute[Vocabulary.Attributes.Count];
        foreach (var attribute in Vocabulary.Attributes)
        {
            var reading = new ProjectedAttribute(attribute, Weights.Probabilities(attribute, logits.Span), null, 0);
            var (box, share) = reading.Visible < Visibility.Shown ? (null, 0) : Locate(maps, letterbox, reading.Top);
            attributes[attribute.Position] = box is null ? reading : reading with { Box = box, BoxShare = share };
        }

        return new MappedPicture(new ProjectedPicture(letterbox.Width, letterbox.Height, attributes), letterbox, logits.ToArray(), maps);
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
