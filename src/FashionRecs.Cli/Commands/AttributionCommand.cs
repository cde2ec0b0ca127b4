using System.CommandLine;
using FashionRecs.Cli.Attribution;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs attribution</c>: where the network looks, in four figures that do not saturate.</summary>
internal static class AttributionCommand
{
    private static readonly Option<string?> Images =
        new("--images")
        {
            Description = "Folder with Annotations/label.csv and, where known, landmarks.csv; default photos in the data folder.",
        };
    private static readonly Option<string?> Renders =
        new("--renders") { Description = "Folder written by 'render --masks'; without it only photographs are measured." };
    private static readonly Option<SplitPart?> Part =
        new("--part")
        {
            Description = "Only the photographs that training with the same seed kept as this part: train, validation or test.",
        };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing." };
    private static readonly Option<int> PerAttribute =
        new("--per-attribute") { Description = "At most this many readings of each attribute and set.", DefaultValueFactory = _ => 60 };
    private static readonly Option<int> Pairs =
        new("--pairs") { Description = "Pairs of drawings in which each attribute is changed.", DefaultValueFactory = _ => 60 };
    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the division, the drawings and the intervals.",
        DefaultValueFactory = _ => new TrainingOptions().Seed };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<string?> Against =
        new("--against") { Description = "Other weights, measured on the same pictures; says what is worse in the first ones." };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write JSON to a file, or to the output with \"-\"; without it tables are printed." };

    public static Command Create()
    {
        var command = new Command("attribution",
            "Measure where the network looks: energy inside true regions, single deletions, ARCC, and leakage between attributes.")
        {
            Images, Renders, Part, Split, PerAttribute, Pairs, Seed, Weights, Against, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var measurement = Measurement(parsed);
        var report = Run(parsed.GetValue(Weights), measurement, cancellation);
        if (parsed.GetValue(Json) is { } target)
        {
            await JsonTarget.WriteAsync(target, report.ToJson(), cancellation);
        }
        else
        {
            Console.WriteLine(report.ToMarkdown());
        }

        if (parsed.GetValue(Against) is { } other)
        {
            foreach (var warning in AttributionChange.Warnings(Run(other, measurement, cancellation), report))
            {
                Console.Error.WriteLine(warning);
            }
        }

        return ExitCode.Success;
    }

    private static AttributionReport Run(string? weights, AttributionMeasurement measurement, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(weights);
        return measurement.Run(engine, cancellation);
    }

    private static AttributionMeasurement Measurement(ParseResult parsed)
    {
        var (vocabulary, seed) = (AttributeVocabularyFile.Default, parsed.GetValue(Seed));
        var sets = new List<(string, IReadOnlyList<LabelledPicture>)>();
        if (parsed.GetValue(Images) is not null || parsed.GetValue(Renders) is null)
        {
            var root = LabelledPhotographs.Root(parsed.GetValue(Images));
            var photographs = LabelledPhotographs.Load(null, root, vocabulary, parsed.GetValue(Part), parsed.GetValue(Split), seed);
            sets.Add(("photographs", AttributionMeasurement.Prepare(photographs, root, vocabulary, seed)));
        }

        if (parsed.GetValue(Renders) is { } renders)
        {
            sets.Add(("drawings", AttributionMeasurement.Prepare(
                LabelledPhotographs.Load(null, renders, vocabulary), renders, vocabulary, seed)));
        }

        return new AttributionMeasurement(sets, parsed.GetValue(PerAttribute), parsed.GetValue(Pairs), seed);
    }
}
