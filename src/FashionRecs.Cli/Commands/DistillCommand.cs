using System.CommandLine;
using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Distillation;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs distill</c>: writes second opinions on the training pictures, for <c>train --teacher</c>.</summary>
internal static class DistillCommand
{
    public static Command Create()
    {
        var images =
            new Option<string?>("--images") { Description =
            "Folder with Annotations/label.csv and the pictures; default photos in the data folder." };
        var split = new Option<string>("--split") { Description = "The training run's split.tsv; made if missing.", Required = true };
        var output = new Option<string>("--out") { Description = "The table to write.", Required = true };
        var weights = new Option<string[]>("--weights") { Description = "Attribute networks that teach (repeatable)." };
        var models =
            new Option<string?>("--mobilenet") { Description =
            "Folder with mobilenet-v2-imagenet.json and .safetensors; default models in the data folder, \"none\" leaves it out." };
        var input = new Option<string>("--input") { Description = "MobileNet's input height x width.",
            DefaultValueFactory = _ => new TrainingOptions().Input.ToString() };
        var limit = new Option<int?>("--limit") { Description = "Use only so many pictures (for trying out)." };
        var command =
            new Command("distill", "Write a teacher's opinions on the training pictures.") { images, split, output, weights, models, input,
            limit };
        command.Aliases.Add("teach");
        command.SetAction(async (parsed, cancellation) =>
        {
            TorchRuntime.EnsureLoaded();
            var vocabulary = AttributeVocabularyFile.Default;
            var options = new TrainingOptions { Input = InputSize.Parse(parsed.GetValue(input)!) };
            var root = parsed.GetValue(images) ?? DataFolder.TryFind("photos")
                ?? throw new IOException($"There is no data folder; name --images, or set {DataFolder.Variable}.");
            var pictures = LabelledSet.Load(Path.Combine(root, "Annotations", "label.csv"), root, vocabulary);
            var parts = SplitParts.Divide(parsed.GetValue(limit) is { } count ? [.. pictures.Take(count)] : pictures,
                parsed.GetValue(split), options.Seed);
            var opinions = new List<IReadOnlyList<float[]>>();
            var checks = new List<IReadOnlyList<float[]>>();
            foreach (var path in parsed.GetValue(weights) ?? [])
            {
                var (network, made) = AttributeNetworkFile.Load(path, vocabulary);
                using (network)
                {
                    network.Precision = TorchDevice.PickPrecision(TorchDevice.Pick());
                    Add(path, await Teacher.OfNetworkAsync(network, made, parts.Training, cancellation),
                        await Teacher.OfNetworkAsync(network, made, parts.Validation, cancellation));
                }
            }

            if (parsed.GetValue(models) != "none")
            {
                var folder = parsed.GetValue(models) ?? DataFolder.TryFind("models")
                    ?? throw new IOException("There is no MobileNetV2; name its folder with --mobilenet, or write --mobilenet none.");
                using var mobile =
                    MobileNetV2.Load(Path.Combine(folder, "mobilenet-v2-imagenet.json"),
                    Path.Combine(folder, "mobilenet-v2-imagenet.safetensors"));
                var (training, others) =
                    await Teacher.OfFeaturesAsync(mobile, vocabulary, parts.Training, parts.Validation, options, cancellation);
                Add("read-out of MobileNetV2", training, others);
            }

            Print("their mean", Mean(checks));
            SoftTargets.Write(parsed.GetValue(output)!, parts.Training.Select((picture, i) => (picture.Image, Mean(opinions, i))));
            return ExitCode.Success;

            void Add(string name, IReadOnlyList<float[]> training, IReadOnlyList<float[]> validation)
            {
                opinions.Add(training);
                checks.Add(validation);
                Print(name, validation);
            }

            void Print(string name, IReadOnlyList<float[]> probabilities)
            {
                AttributeScore[] scores =
                    [.. vocabulary.Attributes.Select(attribute => AttributeScore.Measure(attribute, parts.Validation, probabilities))];
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture,
                    $"{name}: top value y or m {scores.Average(score => score.TopYesOrMaybe):F3}, shown "
                        + $"{scores.Average(score => score.ShownBalancedAccuracy):F3} on {parts.Validation.Count} validation pictures "
                        + $"({string.Join(", ", scores.Select(score =>
                $"{score.Attribute} {score.TopYesOrMaybe:F3} {score.ShownBalancedAccuracy:F3}"))})"));
            }
        });
        return command;
    }

    private static float[][] Mean(List<IReadOnlyList<float[]>> opinions) =>
        [.. Enumerable.Range(0, opinions.FirstOrDefault()?.Count ?? 0).Select(i => Mean(opinions, i))];

    private static float[] Mean(List<IReadOnlyList<float[]>> opinions, int row) =>
        [.. Enumerable.Range(0, opinions[0][row].Length).Select(value => opinions.Average(opinion => opinion[row][value]))];
}
