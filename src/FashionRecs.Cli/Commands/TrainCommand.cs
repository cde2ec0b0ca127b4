using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FashionRecs.Cli.Attribution;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Distillation;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs train</c>: fits the attribute network to labelled pictures.</summary>
internal static class TrainCommand
{
    private static readonly TrainingOptions Defaults = new();

    public static Command Create()
    {
        var labels =
            new Option<string?>("--labels") { Description =
            "FashionAI label file; default photos/Annotations/label.csv in the data folder." };
        var images = new Option<string?>("--images") { Description = "Folder that the label file's picture paths start from." };
        var also = new Option<string[]>("--also") { Description =
            "Another set to mix in, as FOLDER or FOLDER:WEIGHT (repeatable), for example of 'fashionrecs render'. An epoch sees each of "
                + "its pictures WEIGHT times on the mean; default 1." };
        var photos =
            new Option<double>("--weight") { Description =
            "The same weight for the first set; 0 leaves it out of training and only measures on it.", DefaultValueFactory = _ => 1 };
        var output =
            new Option<string>("--output") { Description = "Folder for checkpoints, log and weights.",
            DefaultValueFactory = _ => Path.Combine("artifacts", "training") };
        var start = new Option<string?>("--start") { Description =
            "Weights to start from; default models/ARCHITECTURE-init.safetensors in the data folder, \"none\" for random ones." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => Defaults.Epochs };
        var batch = new Option<int>("--batch") { DefaultValueFactory = _ => Defaults.Batch };
        var rate = new Option<double>("--learning-rate") { DefaultValueFactory = _ => Defaults.LearningRate };
        var decay = new Option<double>("--weight-decay") { DefaultValueFactory = _ => Defaults.WeightDecay };
        var ordinal =
            new Option<double>("--ordinal") { Description = "Weight of the ordinal loss of lengths.",
            DefaultValueFactory = _ => Defaults.OrdinalShare };
        var regions =
            new Option<double>("--regions") { Description =
            "Weight of the loss of maps that lie beside true regions (landmarks.csv, regions.csv).",
        DefaultValueFactory = _ => Defaults.RegionShare };
        var balance =
            new Option<double>("--balance") { Description = "Exponent, 0 to 1, by which rare values weigh more.",
            DefaultValueFactory = _ => Defaults.Balance };
        var teacher =
            new Option<string[]>("--teacher") { Description =
            "Table of 'fashionrecs distill' (repeatable; their mean counts): its opinions are mixed into the first set's labels." };
        var teacherShare =
            new Option<double>("--teacher-share") { Description = "Part of every target that the teacher states, 0 to 1.",
            DefaultValueFactory = _ => Defaults.TeacherShare };
        var maybe = new Option<MaybeRule>("--maybe") { Description = "What \"may be\" means: redraw, soft or ignore.",
            DefaultValueFactory = _ => Defaults.Maybe };
        var input = new Option<string>("--input") { Description = "Input height x width.",
            DefaultValueFactory = _ => Defaults.Input.ToString() };
        var architecture = new Option<string>("--architecture")
        {
            Description = "Kind of the backbone.", DefaultValueFactory = _ => Defaults.Shape.Architecture,
        };
        architecture.AcceptOnlyFromAmong([.. Architectures.Names]);
        var width = new Option<int>("--width")
        {
            Description = "Channels of the first convolution, a multiple of 16; 64 in the published networks.",
            DefaultValueFactory = _ => Defaults.Shape.Width,
        };
        var stride =
            new Option<int>("--last-stride") { Description = "Stride of the last stage, 1 or 2.",
            DefaultValueFactory = _ => Defaults.Shape.LastStride };
        var from = new Option<string?>("--from-stage")
        {
            Description = "First stage that learns, for example layer4: the ones before it and the statistics of norms stay as they are.",
        };
        var limit = new Option<int?>("--limit") { Description = "Use only so many pictures (for trying out)." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => Defaults.Seed };
        var resume = new Option<bool>("--resume") { Description = "Go on from the last checkpoint in the output folder." };
        var command = new Command("train", "Train the attribute network.")
        {
            labels, images, also, photos, output, start, epochs, batch, rate, decay, ordinal, regions, balance, teacher, teacherShare,
            maybe, input, architecture, width, stride, from, limit, seed, resume,
        };
        var reviews = TrainFromReviews.AddTo(command);
        command.SetAction((parsed, cancellation) => reviews.IsAsked(parsed) ? reviews.RunAsync(parsed, cancellation) : RunAsync(
            parsed.GetValue(labels), parsed.GetValue(images), parsed.GetValue(also) ?? [], parsed.GetValue(photos),
            parsed.GetValue(teacher) ?? [], parsed.GetValue(output)!, parsed.GetValue(start), parsed.GetValue(limit),
            parsed.GetValue(resume),
            Defaults with
            {
                Epochs = parsed.GetValue(epochs),
                Batch = parsed.GetValue(batch),
                LearningRate = parsed.GetValue(rate),
                WeightDecay = parsed.GetValue(decay),
                TeacherShare = parsed.GetValue(teacherShare),
                OrdinalShare = parsed.GetValue(ordinal),
                RegionShare = parsed.GetValue(regions),
                Balance = parsed.GetValue(balance),
                Maybe = parsed.GetValue(maybe),
                Input = InputSize.Parse(parsed.GetValue(input)!),
                Shape = new NetworkShape(parsed.GetValue(width), parsed.GetValue(stride), parsed.GetValue(architecture)!).Checked(),
                FromStage = parsed.GetValue(from),
                Seed = parsed.GetValue(seed),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string? labels, string? images, string[] also, double weight, string[] teachers, string output, string? start, int? limit,
        bool resume, TrainingOptions options, CancellationToken cancellation)
    {
        TorchRuntime.EnsureLoaded();
        var vocabulary = AttributeVocabularyFile.Default;
        var pictures = LabelledPhotographs.Load(labels, images, vocabulary);
        var parts = SplitParts.Divide(limit is { } count ? [.. pictures.Take(count)] : pictures, Path.Combine(output, "split.tsv"),
            options.Seed);
        Console.Error.WriteLine(
            $"{parts.Training.Count} pictures to train on, {parts.Validation.Count} to validate, {parts.Test.Count} kept for the test; "
                + $"{parts.Duplicates?.ToString(CultureInfo.InvariantCulture) ?? "known"} near-duplicates kept together.");
        var opinions = SoftTargets.Mean([.. teachers.Select(path => SoftTargets.Read(path, vocabulary))]);
        LabelledPicture[] taught =
            [.. AnnotatedRegions.Join(parts.Training, LabelledPhotographs.Root(images), vocabulary)
            .Select(picture => picture with { Teacher = opinions.GetValueOrDefault(picture.Image) })];
        TrainingSet[] sets = [new TrainingSet(taught, weight), .. also.Select(text => TrainingSetArgument.Load(text, vocabulary))];

        TorchSharp.torch.random.manual_seed(options.Seed);
        var network = new AttributeNetwork(vocabulary, options.Shape);
        if (start != "none")
        {
            StartingWeights.Load(network, start ?? DataFolder.TryFind("models", $"{options.Shape.Architecture}-init.safetensors")
                ?? throw new IOException("There are no weights to start from; name them with --start, or write --start none."));
        }

        var trainer = new Trainer(network, sets, parts.Validation, options, TimeProvider.System);
        using var progress = TrainingProgress.Create(trainer.Steps);
        var metrics = Path.Combine(output, "metrics.jsonl");
        var reports = resume && File.Exists(metrics)
            ? File.ReadLines(metrics).Select(line => JsonSerializer.Deserialize<EpochReport>(line, JsonSerializerOptions.Web)!).ToList()
            : [];
        await using var log = new StreamWriter(metrics, append: resume);
        await foreach (var report in trainer.RunAsync(output, resume, progress.Report, cancellation))
        {
            var line = JsonSerializer.Serialize(report, JsonSerializerOptions.Web);
            await log.WriteLineAsync(line);
            await log.FlushAsync(cancellation);
            Console.WriteLine(line);
            reports.Add(report);
            await File.WriteAllBytesAsync(Path.Combine(output, "curves.png"), TrainingCurves.Draw(reports), cancellation);
            new AttributeModelFile(options.Shape, options.Input, [.. vocabulary.Attributes.Select(_ => 1.0)],
                AttributeModelFile.DefaultMapThreshold)
                .Save(Path.Combine(output, "attributes.safetensors"), NetworkState.Save(NetworkState.Of(trainer.Averaged())), vocabulary,
                    half: true);
        }

        foreach (var warning in TrainedAttribution.Warnings(start, Path.Combine(output, "attributes.safetensors"), parts.Validation,
            LabelledPhotographs.Root(images), options.Seed, cancellation))
        {
            Console.Error.WriteLine(warning);
        }

        return ExitCode.Success;
    }
}
