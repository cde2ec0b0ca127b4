namespace FashionRecs.Vision.Backbones;

/// <summary>The number format of convolutions. Weights, batch norm, pooling and heads are float32 in every case.</summary>
public enum Precision
{
    /// <summary>32-bit floating point throughout.</summary>
    Float32,

    /// <summary>Convolutions and the activations between them in bfloat16: about twice as fast where the CPU has avx512_bf16.</summary>
    BFloat16,
}
