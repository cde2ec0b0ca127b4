namespace FashionRecs.Vision.Engines;

/// <summary>What runs networks.</summary>
public enum EngineOption
{
    /// <summary>
    /// torch on a GPU; else int8 where the processor is fast with it, ranges fit the weights and it agrees with float32; else torch, or
    /// ONNX Runtime in float32 where the build has no torch.
    /// </summary>
    Auto,

    /// <summary>torch: bfloat16 where the machine is fast with it, else float32.</summary>
    Torch,

    /// <summary>ONNX Runtime in int8.</summary>
    Int8,

    /// <summary>ONNX Runtime in float32.</summary>
    Onnx,
}
