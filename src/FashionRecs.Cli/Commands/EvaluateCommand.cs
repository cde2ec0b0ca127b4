using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs evaluate</c>: measures the network on labelled pictures, or fits its temperatures on them.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var labels =
            new Option<string?>("--labels") { Description =
            "FashionAI label file; default photos/Annotations/label.csv in the data folder." };
        var images = new Option<string?>("--images") { Description = "Folder that the label file's picture paths start from." };
        var json = new Option<string?>("--json") { Description =
            "Write JSON to a file, or to the output with \"-\"; without it a table is printed." };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var part = new Option<SplitPart?>("--part") { Description =
            "Only the pictures that training with the same seed kept as this part: train, validation or test." };
        var resamples = new Option<int>("--resamples") { Description = "Bootstrap repetitions.", DefaultValueFactory = _ => 500 };
        var split = new Option<string?>("--split") { Description = "The training run's split.tsv, which saves hashing all pictures." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => new TrainingOptions().Seed };
        var calibrate =
            new Option<string?>("--calibrate") { Description =
            "Fit on the pictures, per attribute, the line between shown and not shown and one temperature, and write the weights with them "
                + "to this file." };
        var engineOption = new Option<EngineOption>("--engine")
        {
            Description = "What runs the network: torch, onnx (float32), int8, or auto; only torch with --calibrate.",
            DefaultValueFactory = _ => EngineOption.Torch,
        };
        var command =
            new Command("evaluate", "Measure the network on labelled pictures.") { labels, images, json, weights, part, split, resamples,
            seed, calibrate, engineOption };
        command.SetAction(async (parsed, cancellation) =>
        {
            TorchRuntime.EnsureLoaded();
            var pictures = LabelledPhotographs.Load(
                parsed.GetValue(labels), parsed.GetValue(images), AttributeVocabularyFile.Default, parsed.GetValue(part),
                parsed.GetValue(split), parsed.GetValue(seed));
            var path = parsed.GetValue(weights) ?? AttributeModelFile.ShippedPath;
            var (network, made) = AttributeNetworkFile.Load(path, AttributeVocabularyFile.Default);
            network.Precision = TorchDevice.PickPrecision(TorchDevice.Pick());
            var logits = parsed.GetValue(engineOption) is var option && option == EngineOption.Torch
                ? await Prediction.RunAsync(network, pictures, made.Input, logits: true, cancellation)
                : parsed.GetValue(calibrate) is null
                    ? await EngineLogits.ReadAsync(path, option, pictures, cancellation)
                    : throw new InvalidDataException("--calibrate is done with --engine torch.");
            if (parsed.GetValue(calibrate) is { } target)
            {
                made = Calibration.Fit(network, made, pictures, logits);
                made.Save(target, NetworkState.Save(NetworkState.Of(network)), network.Vocabulary, half: true);
                Console.Error.WriteLine(
                    $"Temperatures: "
                        + $"{string.Join(", ", made.Temperatures.Select(value => value.ToString("F2", CultureInfo.InvariantCulture)))}");
            }

            var vocabulary = network.Vocabulary;
            float[][] probabilities =
                [.. logits.Select(row => vocabulary.Attributes.SelectMany(attribute => made.Probabilities(attribute, row)).ToArray())];
            AttributeEvaluation[] evaluations =
                [.. vocabulary.Attributes.Select(attribute => AttributeEvaluation.Measure(
                    attribute, pictures, probabilities, parsed.GetValue(resamples), parsed.GetValue(seed)))];
            var sources = SourceEvaluation.Measure(vocabulary, pictures, probabilities, parsed.GetValue(seed));
            await WriteAsync(
                parsed.GetValue(json), pictures.Count, AttributeModelFile.Fingerprint(path), evaluations, sources, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(string? json, int pictures, string fingerprint, AttributeEvaluation[] evaluations,
        IReadOnlyList<SourceEvaluation> sources, CancellationToken cancellation)
    {
        if (json is null)
        {
            Console.WriteLine($"{pictures} pictures, weights {fingerprint}; 95 % intervals over pictures in brackets");
            Console.WriteLine(
                $"{"attribute",-16}{"n",6}{"shown",7}  "
                    + $"{"loss",-20}{"precision@.6",-20}{"top y",-20}{"top y or m",-20}"
            + $"{"shown, balanced",-20}{"macro recall",-20}{"mean AP",-20}{"calibration",-20}");
            foreach (var row in evaluations)
            {
                Console.WriteLine(
                    $"{row.Attribute,-16}{row.Labelled,6}{row.Shown,7}  "
                        + $"{Cell(row.Loss)}{Cell(row.PrecisionAt60)}{Cell(row.TopYes)}{Cell(row.TopYesOrMaybe)}"
                + $"{Cell(row.ShownBalancedAccuracy)}{Cell(row.MacroRecall)}"
                + $"{Cell(row.MeanAveragePrecision)}{Cell(row.ExpectedCalibrationError)}");
            }

            Console.WriteLine();
            Console.WriteLine($"{"source",-16}{"n",6}{"shown",7}{"hidden",8}  {"top y or m",-21}{"told to be shown",-21}{"told to be hidden",-21}");
            foreach (var row in sources)
            {
                Console.WriteLine($"{row.Source,-16}{row.Pictures,6}{row.Shown,7}{row.Invisible,8}  "
                    + $"{Cell(row.TopYesOrMaybe)}{Cell(row.ShownTold)}{Cell(row.InvisibleTold)}");
            }

            return;
        }

        var text = JsonSerializer.Serialize(new { pictures, fingerprint, attributes = evaluations, sources }, Json);
        await JsonTarget.WriteAsync(json, text, cancellation);
    }

    private static string Cell(Estimate estimate) => (estimate.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:F3} [{estimate.Low:F3}, {estimate.High:F3}]")
        : "–").PadRight(20) + " ";
}
