using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Faithfulness;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs faithfulness</c>: whether the boxes are what the network's words rest on.</summary>
internal static class FaithfulnessCommand
{
    private static readonly Option<string?> Labels =
        new("--labels") { Description = "FashionAI label file; default photos/Annotations/label.csv in the data folder." };
    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder that the label file's picture paths start from." };
    private static readonly Option<SplitPart?> Part =
        new("--part") { Description = "Only the pictures that training with the same seed kept as this part: train, validation or test." };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing." };
    private static readonly Option<int> PerAttribute =
        new("--per-attribute") { Description = "At most this many pictures that show each attribute, drawn at random.",
        DefaultValueFactory = _ => 100 };
    private static readonly Option<int> CurvePictures =
        new("--curve-pictures") { Description = "Pictures for deletion and insertion curves and for the randomization check.",
        DefaultValueFactory = _ => 30 };
    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the division, the drawing, the random boxes and the intervals.",
        DefaultValueFactory = _ => new TrainingOptions().Seed };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<string?> Input = InputOption.Create();
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write JSON to a file, or to the output with \"-\"; without it tables are printed." };
    private static readonly Option<string?> Curves =
        new("--curves") { Description = "Draw the deletion and insertion curves into this PNG file." };

    public static Command Create()
    {
        var command =
            new Command("faithfulness",
            "Measure whether words rest on their boxes: hidden boxes, deletion and insertion, randomized layers.")
        {
            Labels, Images, Part, Split, PerAttribute, CurvePictures, Seed, Weights, Input, Json, Curves,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(parsed.GetValue(Weights), input: InputOption.Parse(parsed.GetValue(Input)));
        var (seed, some) = (parsed.GetValue(Seed), parsed.GetValue(CurvePictures));
        var random = new Random(seed);
        var all = LabelledPhotographs.Load(parsed.GetValue(Labels), parsed.GetValue(Images), engine.Vocabulary, parsed.GetValue(Part),
            parsed.GetValue(Split), seed);
        var pictures = Draw(all, engine.Vocabulary, parsed.GetValue(PerAttribute), random);

        var hidden = engine.Vocabulary.Attributes.ToDictionary(attribute => attribute.Code, _ => new List<HiddenBox>());
        var curves = new List<PerturbationCurve>();
        var checks = new List<FaithfulnessCase>();
        foreach (var (one, number) in FaithfulnessCase.Read(engine, pictures).Select((one, number) => (one, number)))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var reading in one.Shown)
            {
                hidden[reading.Attribute.Code].Add(HiddenBox.Measure(one, reading, random));
            }

            if (number < some && one.Shown.Any())
            {
                checks.Add(one);
                curves.AddRange(one.Shown.Select(reading => PerturbationCurve.Measure(one, reading, engine.Weights.Input, random)));
            }
        }

        var report = new FaithfulnessReport(
            engine.Fingerprint, FaithfulnessScore.Of(hidden, seed), curves.Count, curves.Count > 0 ? PerturbationCurve.Mean(curves) : null,
            RandomizationCheck.Run(engine, checks, seed));
        await report.WriteAsync(parsed.GetValue(Json), cancellation);
        if (parsed.GetValue(Curves) is { } file && report.Curve is { } mean)
        {
            await File.WriteAllBytesAsync(file, CurvePlot.Draw(mean, curves.Count), cancellation);
        }

        return ExitCode.Success;
    }

    /// <summary>Pictures for every attribute, so that rare ones are measured, too; in random order.</summary>
    private static LabelledPicture[] Draw(IReadOnlyList<LabelledPicture> pictures, AttributeVocabulary vocabulary, int perAttribute,
        Random random)
    {
        var drawn = new HashSet<LabelledPicture>();
        foreach (var attribute in vocabulary.Attributes)
        {
            LabelledPicture[] showing = [.. pictures.Where(picture => FaithfulnessCase.Shows(picture, attribute))];
            random.Shuffle(showing);
            drawn.UnionWith(showing.Take(perAttribute));
        }

        LabelledPicture[] mixed = [.. drawn.OrderBy(picture => picture.Image, StringComparer.Ordinal)];
        random.Shuffle(mixed);
        return mixed.Length > 0 ? mixed : throw new InvalidDataException("No labelled picture shows any attribute.");
    }
}
