using System.CommandLine;
using FashionRecs.Vision.Engines;

namespace FashionRecs.Cli;

/// <summary>The option of commands that may run the network with another engine.</summary>
internal static class EngineOptionArgument
{
    public static Option<EngineOption> Create() => new("--engine")
    {
        Description = "What runs the network: auto (int8 where it is fast, fits the weights and agrees with float32; else torch), torch, "
            + "int8, or onnx (float32).",
        DefaultValueFactory = _ => EngineOption.Auto,
    };
}
