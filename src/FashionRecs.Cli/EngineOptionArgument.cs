using System.CommandLine;
using FashionRecs.Vision.Engines;

namespace FashionRecs.Cli;

/// <summary>The option of commands that may run the network with another engine.</summary>
internal static class EngineOptionArgument
{
    /// <summary>Makes the option.</summary>
    /// <param name="usual">What runs without it: torch for measuring, as the published figures were made; auto for a shop's work.</param>
    public static Option<EngineOption> Create(EngineOption usual = EngineOption.Torch) => new("--engine")
    {
        Description = "What runs the network: torch, int8, onnx (float32), or auto (torch on a GPU; else int8 where it is fast, fits the "
            + "weights and agrees with float32; else torch).",
        DefaultValueFactory = _ => usual,
    };
}
