using FashionRecs.Core.Attributes;
using FashionRecs.Core.Projection;
using FashionRecs.Vision.Images;
using FashionRecs.Vision.Localization;
using FashionRecs.Vision.Network;
using FashionRecs.Vision.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Projection;

/// <summary>Runs batches of prepared pictures through the network: values, maps and boxes. Calls wait for each other, since torch wants one caller per model.</summary>
public sealed class ProjectionEngine : IDisposable
{
    private readonly AttributeNetwork network;
    private readonly Device device;
    private readonly Lock gate = new();

    private ProjectionEngine(AttributeNetwork network, AttributeWeights weights, string path, Device device)
    {
        (this.network, Weights, this.device, WeightsPath) = (network, weights, device, path);
        network.to(device);
        network.Precision = TorchDevice.PickPrecision(device);
        Fingerprint = AttributeWeights.Fingerprint(path);
        Biases = network.HeadBiases().detach().cpu().data<float>().ToArray();
    }

    /// <summary>Loads a weights file.</summary>
    /// <param name="path">The file; null for the weights that ship with the project.</param>
    /// <param name="vocabulary">Null for the vocabulary that ships with the project.</param>
    /// <param name="input">Null for the size the weights were made for; a larger one gives finer maps for more time.</param>
    /// <exception cref="InvalidDataException">The file is missing, damaged or made for another vocabulary.</exception>
    public static ProjectionEngine Load(string? path = null, AttributeVocabulary? vocabulary = null, InputSize? input = null)
    {
        path ??= AttributeWeights.ShippedPath;
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no weights file '{path}'.");
        }

        var device = TorchDevice.Pick();
        var (network, weights) = AttributeWeights.Load(path, vocabulary ?? AttributeVocabularyFile.Default);
        return new ProjectionEngine(network, weights with { Input = input ?? weights.Input }, path, device);
    }

    /// <summary>What the weights file says of itself.</summary>
    public AttributeWeights Weights { get; }

    /// <summary>Where the weights come from.</summary>
    public string WeightsPath { get; }

    /// <summary>Fingerprint of the weights.</summary>
    public string Fingerprint { get; }

    /// <summary>The words of the outputs.</summary>
    public AttributeVocabulary Vocabulary => network.Vocabulary;

    /// <summary>The number format of convolutions.</summary>
    public Precision Precision => network.Precision;

    /// <summary>One bias per value.</summary>
    public IReadOnlyList<float> Biases { get; }

    /// <summary>Projects a batch; results stand in the order of the inputs.</summary>
    /// <param name="inputs">Prepared pictures.</param>
    /// <param name="keepFeatures">Also copy out the last feature maps (about 220 kB per picture at 192×144).</param>
    public IReadOnlyList<MappedPicture> Project(IReadOnlyList<PictureInput> inputs, bool keepFeatures = false)
    {
        float[] logits, maps, kept = [];
        long rows, columns;
        lock (gate)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var pixels = inputs.Count == 1 ? inputs[0].Pixels : [.. inputs.SelectMany(input => input.Pixels)];
            var pictures = torch.tensor(pixels, [inputs.Count, Weights.Input.Height, Weights.Input.Width, 3]).to(device).permute(0, 3, 1, 2);
            var features = network.Features(pictures);                                   // (batch, features, rows, columns)
            var mapTensor = ActivationMaps.Compute(network, features);                   // (batch, values, rows, columns)
            // The maps hold everything the logits do; summing them keeps words and regions from different numbers.
            logits = (mapTensor.sum([2, 3]) + network.HeadBiases()).cpu().data<float>().ToArray();
            maps = mapTensor.cpu().contiguous().data<float>().ToArray();
            (rows, columns) = (mapTensor.shape[2], mapTensor.shape[3]);
            if (keepFeatures)
            {
                kept = features.permute(0, 2, 3, 1).to_type(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
            }
        }

        var values = Vocabulary.Values.Count;
        var size = (int)(rows * columns);
        var channels = network.Shape.Features;
        return [.. inputs.Select((input, i) => Read(
            input,
            logits.AsMemory(i * values, values).ToArray(),
            [.. Enumerable.Range(0, values).Select(value => new ActivationMap(maps.AsMemory(((i * values) + value) * size, size), (int)rows, (int)columns))],
            keepFeatures ? new FeatureMap(kept.AsMemory(i * size * channels, size * channels), (int)rows, (int)columns, channels) : null))];
    }

    /// <summary>The region that speaks for a value most, in pixels of the picture, and the share of the positive evidence in it.</summary>
    public (PixelBox? Box, float Share) Locate(IReadOnlyList<ActivationMap> maps, Letterbox letterbox, AttributeValue value)
    {
        var rule = Weights.RegionRule(value.Attribute);
        var found = RegionFinder.Find(Evidence.Of(rule.Evidence, maps, value), Weights.Input, letterbox.Covered, rule.Threshold, rule.Joined);
        return (letterbox.ToOriginal(found.Box), found.Share);
    }

    private MappedPicture Read(PictureInput input, float[] logits, ActivationMap[] maps, FeatureMap? features)
    {
        var letterbox = input.Letterbox;
        var attributes = Vocabulary.Attributes.Select(attribute =>
        {
            var reading = new ProjectedAttribute(attribute, Weights.Probabilities(attribute, logits), null, 0);
            if (reading.Visible < 0.5f)
            {
                return reading;
            }

            var (box, share) = Locate(maps, letterbox, reading.Top);
            return box is null ? reading : reading with { Box = box, BoxShare = share };
        });
        return new MappedPicture(new ProjectedPicture(letterbox.Width, letterbox.Height, [.. attributes]), letterbox, logits, maps, features);
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
