using System.Runtime.Intrinsics.X86;

namespace FashionRecs.Vision.Engines;

/// <summary>What this processor can do that decides how networks are run.</summary>
public static class ProcessorInstructions
{
    private const int Features = 7;
    private const int Avx512VnniBit = 11;
    private const int AvxVnniBit = 4;

    /// <summary>
    /// Whether it multiplies and adds bytes in one instruction without overflow (VNNI). Without it int8 is no faster than float32, and ONNX
    /// Runtime's sums of two products may be cut off at 16 bits.
    /// </summary>
    public static bool HasVnni { get; } = X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= Features
        && ((Avx512F.IsSupported && Bit(X86Base.CpuId(Features, 0).Ecx, Avx512VnniBit))
            || (Avx2.IsSupported && X86Base.CpuId(Features, 0).Eax >= 1 && Bit(X86Base.CpuId(Features, 1).Eax, AvxVnniBit)));

    /// <summary>Names the processor's model, so that what was measured on one is not believed on another.</summary>
    public static string Model { get; } = X86Base.IsSupported ? $"x86 {X86Base.CpuId(1, 0).Eax:x8}" : "other";

    private static bool Bit(int flags, int bit) => ((flags >> bit) & 1) == 1;
}
