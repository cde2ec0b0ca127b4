using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs average</c>: the mean of the weights of networks that were tuned from the same weights.</summary>
internal static class AverageCommand
{
    public static Command Create()
    {
        var weights =
            new Argument<string[]>("weights") { Description =
            "Weights files, two or more; input size and calibration are those of the last.", Arity = new(2, 100) };
        var output = new Option<string>("--out") { Description = "File to write.", Required = true };
        var last = new Option<double?>("--last")
        {
            Description = "Part of the mean that the last file has, 0 to 1, the others sharing the rest; without it all have the same.",
        };
        var command = new Command("average", "Average the weights of networks that were tuned from the same weights.")
        {
            weights, output, last,
        };
        command.SetAction(parsed => Run(parsed.GetValue(weights)!, parsed.GetValue(output)!, parsed.GetValue(last)));
        return command;
    }

    internal static int Run(string[] paths, string output, double? last = null)
    {
        TorchRuntime.EnsureLoaded();
        var vocabulary = AttributeVocabularyFile.Default;
        var (network, made) = AttributeNetworkFile.Load(paths[^1], vocabulary);
        network.Dispose();
        var mean = TensorMean.Of([.. paths.Select(path => (path, SafetensorsReader.Read(path).Tensors))], last);
        made.Save(output, mean, vocabulary, half: true);
        Console.WriteLine($"The mean of {paths.Length} networks to {output}.");
        return ExitCode.Success;
    }
}
