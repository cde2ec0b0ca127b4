using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Regions;
using FashionRecs.Vision.Torch.Runtime;
using FashionRecs.Vision.Torch.Saliency;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Engines;

/// <summary>Runs a network with torch, on a GPU where torch sees one.</summary>
internal sealed class TorchEngine : INetworkEngine
{
    private readonly FoldedNetwork network;
    private readonly RegionHead? regions;
    private readonly Device device;
    private readonly InputSize input;

    /// <summary>Copies a network's weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="regions">The head for regions, owned from now on; null for none.</param>
    /// <param name="input">Size of the pictures.</param>
    /// <param name="precision">Null for what this machine is fastest with and the network's shape allows.</param>
    public TorchEngine(AttributeNetwork network, RegionHead? regions, InputSize input, Precision? precision)
    {
        device = TorchDevice.Pick();
        this.network = new FoldedNetwork(network, precision ?? TorchDevice.PickPrecision(device), device);
        (this.regions, this.input) = (regions, input);
        regions?.to(device);
        using var biases = this.network.HeadBiases.cpu();
        Biases = biases.data<float>().ToArray();
    }

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public string Precision => network.Precision.ToString();

    /// <inheritdoc/>
    public IReadOnlyList<float> Biases { get; }

    /// <inheritdoc/>
    public int Threads
    {
        get => get_num_threads();
        set => set_num_threads(value);
    }

    /// <inheritdoc/>
    public float[] Classify(Memory<float> pixels, int count)
    {
        using var scope = NewDisposeScope();
        return network.Classify(network.Features(Pictures(pixels, count))).cpu().data<float>().ToArray();
    }

    /// <inheritdoc/>
    public NetworkOutput Run(Memory<float> pixels, int count, bool keepFeatures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var backbone = network.FineFeatures(Pictures(pixels, count));
        var features = backbone.Last;
        var maps = ActivationMaps.Compute(network.HeadWeights, features);                    // (batch, values, rows, columns)
        // The maps hold everything the logits do; summing them keeps words and regions from different numbers.
        var logits = maps.sum([2, 3]).add(network.HeadBiases, Scalars.One);
        var attention = regions?.forward(                                                    // (batch, attributes · 2, rows, columns)
            features.to_type(ScalarType.Float32).contiguous(), backbone.Fine.to_type(ScalarType.Float32).contiguous());
        return new NetworkOutput(
            (int)maps.shape[2], (int)maps.shape[3],
            logits.cpu().data<float>().ToArray(),
            maps.cpu().contiguous().data<float>().ToArray(),
            keepFeatures ? features.permute(0, 2, 3, 1).to_type(ScalarType.Float32).cpu().contiguous().data<float>().ToArray() : [],
            attention?.cpu().contiguous().data<float>().ToArray() ?? [], (int)(attention?.shape[2] ?? 0), (int)(attention?.shape[3] ?? 0));
    }

    private Tensor Pictures(Memory<float> pixels, int count) =>
        torch.tensor(pixels, [count, input.Height, input.Width, 3]).to(device).permute(0, 3, 1, 2);

    /// <inheritdoc/>
    public void Dispose()
    {
        network.Dispose();
        regions?.Dispose();
    }
}
