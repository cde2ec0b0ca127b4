using FashionRecs.Vision.Engines;

namespace FashionRecs.Web.Pictures;

/// <summary>How pictures are read.</summary>
public sealed class VisionOptions
{
    /// <summary>
    /// What runs the network: Auto, Torch, Int8, or Onnx (ONNX Runtime in float32). Auto is torch on a GPU; else int8 where the processor
    /// is fast with it, ranges fit the weights in use and it agrees with float32; else torch where the build has it, or Onnx.
    /// `fashionrecs doctor` says which. Default Auto.
    /// </summary>
    public EngineOption Engine { get; set; } = EngineOption.Auto;
}
