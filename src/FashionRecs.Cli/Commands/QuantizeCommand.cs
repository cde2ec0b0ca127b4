using System.CommandLine;
using System.Globalization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs quantize</c>: finds the int8 ranges of a weights file on photographs.</summary>
internal static class QuantizeCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("folder")
        {
            Description = "Folders of photographs; each gives as many.", Arity = ArgumentArity.OneOrMore,
        };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var target = new Option<string?>("--out") { Description = "File to write; default beside the weights, where it is looked for." };
        var count = new Option<int>("--count")
        {
            Description = "Photographs the ranges are found on; as many others say how well int8 agrees with float32.",
            DefaultValueFactory = _ => 256,
        };
        var command = new Command("quantize", "Find on photographs what the network needs to run in int8, and say how well it agrees.")
        {
            folders, weights, target, count,
        };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(count) < 1)
            {
                throw new InvalidDataException("--count must be at least 1.");
            }

            var path = parsed.GetValue(weights) ?? AttributeModelFile.ShippedPath;
            var (seen, others) = Pictures(parsed.GetValue(folders)!, parsed.GetValue(count));
            var file = Quantizer.Run(path, seen, others, cancellation);
            file.Save(parsed.GetValue(target) ?? QuantizationFile.PathFor(path));
            Console.WriteLine($"Ranges of {file.Ranges.Count} tensors on {file.Pictures} photographs, weights {file.Fingerprint}.");
            if (file.Agreement is { } agreement)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"On {agreement.Pictures} others: same likeliest value in {agreement.SameTop:P2} of {agreement.Readings} readings, logits "
                        + $"off by {agreement.MeanDifference:F4} on the mean and {agreement.LargestDifference:F3} at most, regions overlap "
                        + $"by {agreement.MeanOverlap:F4}."));
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    /// <summary>Pictures evenly from every folder, by turns for both lists.</summary>
    private static (IReadOnlyList<string> Seen, IReadOnlyList<string> Others) Pictures(string[] folders, int count)
    {
        var (seen, others) = (new List<string>(), new List<string>());
        foreach (var folder in folders)
        {
            var files = FolderProjection.Files(folder);
            var wanted = Math.Min(files.Count, 2 * ((count + folders.Length - 1) / folders.Length));
            for (var at = 0; at < wanted; at++)
            {
                (at % 2 == 0 ? seen : others).Add(files[(int)((long)at * files.Count / wanted)]);
            }
        }

        return (seen, others);
    }
}
