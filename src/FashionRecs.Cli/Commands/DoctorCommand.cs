using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs doctor</c>: what this machine runs the network with.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor",
            "Say what the network runs on: torch, device, engine, precision, agreement, threads, weights, data.");
        command.SetAction(_ =>
        {
            var device = TorchDevice.Pick();
            var weights = AttributeModelFile.ShippedPath;
            Console.WriteLine($"torch      {torch.__version__}");
            Console.WriteLine($"device     {device}");
            Console.WriteLine($"precision  {TorchDevice.PickPrecision(device)}");
            Console.WriteLine($"threads    {torch.get_num_threads()}");
            if (File.Exists(weights))
            {
                WriteEngine();
            }

            Console.WriteLine(
                "weights    " + (File.Exists(weights)
                    ? $"{weights} (fingerprint {AttributeModelFile.Fingerprint(weights)})" : $"missing: {weights}"));
            Console.WriteLine($"data       {DataFolder.TryFind() ?? $"none; set {DataFolder.Variable} to use photographs"}");
            return File.Exists(weights) ? ExitCode.Success : ExitCode.Usage;
        });
        return command;
    }

    private static void WriteEngine()
    {
        using var engine = ProjectionEngine.Load(engine: EngineOption.Auto);
        Console.WriteLine($"auto       {engine.Engine}, {engine.Precision}: {engine.Choice.Reason}");
        if (engine.Choice.Agreement is { } here)
        {
            Console.WriteLine($"agreement  {Words(here)}, drawings on this machine");
        }

        if (File.Exists(QuantizationFile.ShippedPath) && QuantizationFile.Load(QuantizationFile.ShippedPath).Agreement is { } made)
        {
            Console.WriteLine($"           {Words(made)}, photographs where the ranges were found");
        }
    }

    private static string Words(EngineAgreement agreement) => string.Create(CultureInfo.InvariantCulture,
        $"same likeliest value in {agreement.SameTop:P1} of {agreement.Readings} readings, logits off by {agreement.MeanDifference:F3}, "
            + $"regions overlap by {agreement.MeanOverlap:F3}; {agreement.Pictures} pictures");
}
