using System.CommandLine;
using FashionRecs.Cli.Manipulation;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs manipulation</c>: how well "like this, but with long sleeves" is answered.</summary>
internal static class ManipulationCommand
{
    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder with Annotations/label.csv; default photos in the data folder." };
    private static readonly Option<string[]> Sources = new("--sources")
    {
        Description = "Which pictures were labelled by people: folders below Images; 'none' measures drawings alone.",
        AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["deepfashion", "street"],
    };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing." };
    private static readonly Option<int> Pairs = new("--pairs")
    {
        Description = "Pairs of drawings in which each attribute is changed, of each of three parts; 0 for none.",
        DefaultValueFactory = _ => 60,
    };
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of the division, the drawings and the intervals.", DefaultValueFactory = _ => new TrainingOptions().Seed,
    };
    private static readonly Option<string?> Products = new("--products")
    {
        Description = "Product list with texts: measures a search by words that is learned from it and --features as well.",
    };
    private static readonly Option<string?> Features =
        new("--features") { Description = "The .npy file that \"project --features\" wrote of the products' pictures." };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write JSON to a file, or to the output with \"-\"; without it a table is printed." };

    public static Command Create()
    {
        var command = new Command("manipulation",
            "Measure \"like this, but with …\": how often the asked change with the rest kept is found, beside other searches.")
        {
            Images, Sources, Split, Pairs, Seed, Products, Features, Weights, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(parsed.GetValue(Weights));
        var figures = new List<ManipulationFigures>();
        var words = EmbeddingGrid.Learn(parsed.GetValue(Products), parsed.GetValue(Features));
        if (parsed.GetValue(Sources) is not ["none"] and { } sources)
        {
            figures.AddRange(await PhotographsAsync(engine, parsed, sources, words, cancellation));
        }

        if (parsed.GetValue(Pairs) is > 0 and var pairs)
        {
            figures.AddRange(await DrawingsAsync(engine, pairs, parsed.GetValue(Seed), words, cancellation));
        }

        var report = new ManipulationReport(engine.Fingerprint, figures);
        if (parsed.GetValue(Json) is { } target)
        {
            await JsonTarget.WriteAsync(target, report.ToJson(), cancellation);
        }
        else
        {
            Console.WriteLine(report.ToMarkdown());
        }

        return ExitCode.Success;
    }

    private static async Task<IEnumerable<ManipulationFigures>> PhotographsAsync(
        ProjectionEngine engine, ParseResult parsed, string[] sources, IReadOnlyList<(IManipulatedSearch, string)> words,
        CancellationToken cancellation)
    {
        var seed = parsed.GetValue(Seed);
        var all = LabelledPhotographs.Load(null, parsed.GetValue(Images), engine.Vocabulary);
        var parts = SplitParts.Divide(all, parsed.GetValue(Split), seed);
        var training = await ReadAsync(parts.Training);
        var measurement = new ManipulationMeasurement("photographs", engine.Vocabulary, training, seed) { ByWords = words };
        return measurement.Run(ManipulationQuestion.OfLabels(await ReadAsync(parts.Validation)),
            ManipulationQuestion.OfLabels(await ReadAsync(parts.Test)), cancellation);

        Task<IReadOnlyList<SearchedPicture>> ReadAsync(IReadOnlyList<LabelledPicture> pictures) => SearchedPictures.ReadAsync(engine,
            [.. pictures.Where(picture => sources.Any(source => picture.Image.StartsWith($"Images/{source}/", StringComparison.Ordinal)))],
            cancellation);
    }

    private static async Task<IEnumerable<ManipulationFigures>> DrawingsAsync(
        ProjectionEngine engine, int pairs, int seed, IReadOnlyList<(IManipulatedSearch, string)> words, CancellationToken cancellation)
    {
        // Three parts that share no garment.
        var (training, validation, test) = (await ReadAsync(0), await ReadAsync(1), await ReadAsync(2));
        return new ManipulationMeasurement("drawings, the same garment", engine.Vocabulary, training, seed) { ByWords = words }
            .Run(ManipulationQuestion.OfPairs(validation), ManipulationQuestion.OfPairs(test), cancellation)
            .Concat(new ManipulationMeasurement("drawings, the same values", engine.Vocabulary, training, seed) { ByWords = words }
                .Run(ManipulationQuestion.OfLabels(validation), ManipulationQuestion.OfLabels(test), cancellation));

        Task<IReadOnlyList<SearchedPicture>> ReadAsync(int part) => SearchedPictures.ReadAsync(
            engine, DrawnPairs.Draw(engine.Vocabulary, pairs, (seed * 3) + part, cancellation), cancellation);
    }
}
