using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Regions;
using FashionRecs.Vision.Torch.Runtime;

namespace FashionRecs.Vision.Torch.Engines;

/// <summary>Makes engines of torch. Thread-safe.</summary>
internal sealed class TorchEngines : IEngineProvider
{
    /// <inheritdoc/>
    public bool HasAccelerator =>
#if CUDA
        TorchDevice.Pick().type == TorchSharp.DeviceType.CUDA;
#else
        false; // The libraries for processors see none, and asking them would load them.
#endif

    /// <inheritdoc/>
    public INetworkEngine Create(NetworkSource source, StoredRegionHead? regions, Precision? precision) =>
        Create(source, regions, precision, change: null);

    /// <summary>The same with a network that was changed before it is made ready.</summary>
    public static TorchEngine Create(
        NetworkSource source, StoredRegionHead? regions, Precision? precision, Action<AttributeNetwork>? change)
    {
        TorchRuntime.EnsureLoaded();
        using var network = AttributeNetworkFile.Create(source.File, source.Weights, source.Path, source.Vocabulary);
        change?.Invoke(network);
        return new TorchEngine(
            network, regions is null ? null : RegionHeadFile.Of(regions).Head, source.Weights.Input, precision);
    }
}
