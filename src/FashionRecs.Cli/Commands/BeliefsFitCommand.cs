using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs beliefs fit</c>: fits beliefs for a network on labelled pictures that it was not trained on, and measures them.
/// </summary>
internal static class BeliefsFitCommand
{
    private const double DrawingWeight = 0.2;

    private static readonly Option<string?> Labels =
        new("--labels") { Description = "FashionAI label file; default photos/Annotations/label.csv in the data folder." };
    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder that the label file's picture paths start from." };
    private static readonly Option<SplitPart?> Part =
        new("--part") { Description =
        "Only the pictures that training with the same seed kept as this part; validation, where weights were trained on the set." };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures." };
    private static readonly Option<string[]> Also =
        new("--also")
        {
            Description = "Further folders of photographs with Annotations/label.csv, as FOLDER or FOLDER:WEIGHT: how much each counts in "
                + "the fit; default 1.",
        };
    private static readonly Option<string[]> Drawings = new("--drawings")
    {
        Description =
            "Folders written by \"render\", whose pictures help to fit values that photographs lack; nothing is measured on them.",
    };

    private static readonly Option<double> Weight =
        new("--drawing-weight") { Description = "How much a drawing counts beside a photograph.",
        DefaultValueFactory = _ => DrawingWeight };
    private static readonly Option<string?> Projected =
        new("--projected") { Description =
        "What the network says, from \"project --json\" on the same pictures; they are projected without it." };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<float> Least = new("--least-probability")
    {
        Description = "From which probability on attributes and sources are scored.",
        DefaultValueFactory = _ => new StatementRule().LeastProbability,
    };

    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the division, the folds and the intervals.",
        DefaultValueFactory = _ => new TrainingOptions().Seed };
    private static readonly Option<string> Out = new("--out") { Description = "File to write.", Required = true };
    private static readonly Option<string?> Json =
        new("--json") { Description =
        "Write what was measured as JSON to a file, or to the output with \"-\"; without it tables are printed." };

    public static Command Create()
    {
        var command = new Command("fit", "Fit beliefs on labelled pictures that the network was not trained on, and measure them.")
        {
            Labels, Images, Part, Split, Also, Drawings, Weight, Projected, Weights, Least, Seed, Out, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Weight) is not (> 0 and <= 100))
        {
            throw new InvalidDataException("The weight of drawings must be above 0 and at most 100.");
        }

        var (vocabulary, seed) = (AttributeVocabularyFile.Default, parsed.GetValue(Seed));
        (LabelledPicture Picture, double Weight)[] photographs =
        [
            .. LabelledPhotographs.Load(parsed.GetValue(Labels), parsed.GetValue(Images), vocabulary, parsed.GetValue(Part),
                parsed.GetValue(Split), seed).Select(picture => (picture, 1.0)),
            .. (parsed.GetValue(Also) ?? []).Select(TrainingSetArgument.Divide)
                .SelectMany(set => Load(set.Folder, vocabulary).Select(picture => (picture, set.Weight))),
        ];
        LabelledPicture[] drawings = [.. (parsed.GetValue(Drawings) ?? []).SelectMany(folder => Load(folder, vocabulary))];

        using var engine = ProjectionEngine.Load(parsed.GetValue(Weights));
        var said = await ProjectedProbabilities.ReadAsync(
            engine, [.. photographs.Select(one => one.Picture), .. drawings], parsed.GetValue(Projected), cancellation);
        var cases = photographs.Select((one, at) => ToCase(one.Picture, said[at]) with { Weight = one.Weight })
            .Concat(drawings.Select((picture, at) =>
                ToCase(picture, said[photographs.Length + at]) with { Weight = parsed.GetValue(Weight), IsMeasured = false }));
        var fitted = new BeliefFit(vocabulary, new BeliefFitOptions { Seed = seed }).Run([.. cases]);

        var source = FormattableString.Invariant($"{photographs.Length} photographs")
            + (drawings.Length > 0 ? FormattableString.Invariant($" and {drawings.Length} drawings at weight {parsed.GetValue(Weight)}")
                : "");
        fitted.ToFile(engine.Fingerprint, source).Save(parsed.GetValue(Out)!, vocabulary);
        var report = BeliefReport.Of(fitted, parsed.GetValue(Least), seed);
        await BeliefTables.WriteAsync(parsed.GetValue(Json), engine.Fingerprint, source, fitted, report, cancellation);
        return ExitCode.Success;
    }

    private static IReadOnlyList<LabelledPicture> Load(string folder, AttributeVocabulary vocabulary) =>
        LabelledSet.Load(Path.Combine(folder, "Annotations", "label.csv"), folder, vocabulary);

    private static BeliefCase ToCase(LabelledPicture picture, float[] probabilities) =>
        new(picture.Image, Path.GetFileName(Path.GetDirectoryName(picture.Image)) ?? "", probabilities, picture.Letters);
}
