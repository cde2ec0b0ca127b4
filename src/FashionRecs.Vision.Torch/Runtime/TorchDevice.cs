using FashionRecs.Vision.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Runtime;

/// <summary>Picks where and in which number format networks run on this machine.</summary>
public static class TorchDevice
{
    /// <summary>The first CUDA device where torch sees one, else the processor.</summary>
    public static Device Pick()
    {
        TorchRuntime.EnsureLoaded();
        return torch.cuda.is_available() ? torch.CUDA : torch.CPU;
    }

    /// <summary>bfloat16 on CUDA and on processors with instructions for it, where it is about twice as fast; else float32.</summary>
    public static Precision PickPrecision(Device device) =>
        device.type == DeviceType.CUDA || ProcessorHasBFloat16() ? Precision.BFloat16 : Precision.Float32;

    private static bool ProcessorHasBFloat16()
    {
        const string path = "/proc/cpuinfo";
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
        {
            return false;
        }

        var flags = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?.Split(' ') ?? [];
        return flags.Contains("avx512_bf16") || flags.Contains("amx_bf16");
    }
}
