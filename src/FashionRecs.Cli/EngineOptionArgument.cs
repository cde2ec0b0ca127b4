using System.CommandLine;
using FashionRecs.Vision.Engines;

namespace FashionRecs.Cli;

/// <summary>The option of commands that may run the network with another engine.</summary>
internal static class EngineOptionArgument
{
    public static Option<EngineOption> Create() => new("--engine")
    {
        Description = "What runs the network: torch, int8, onnx (float32), or auto (int8 where it is fast, fits the weights and agrees with "
            + "float32; else torch).",
        DefaultValueFactory = _ => EngineOption.Torch,
    };
}
