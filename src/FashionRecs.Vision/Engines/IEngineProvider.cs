using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Regions;

namespace FashionRecs.Vision.Engines;

/// <summary>
/// Makes engines that a build may lack. Implementations have a constructor without parameters (<see cref="TorchBuild"/>).
/// </summary>
internal interface IEngineProvider
{
    /// <summary>Whether its engines run on a GPU here, which is faster than anything on the processor.</summary>
    bool HasAccelerator { get; }

    /// <summary>Makes an engine.</summary>
    /// <param name="source">The network.</param>
    /// <param name="regions">The head for regions; null for none.</param>
    /// <param name="precision">Null for what this machine is fastest with and the network's shape allows.</param>
    INetworkEngine Create(NetworkSource source, StoredRegionHead? regions, Precision? precision);
}
