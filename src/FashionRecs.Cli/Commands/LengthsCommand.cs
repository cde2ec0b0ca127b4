using System.CommandLine;
using FashionRecs.Cli.Lengths;
using FashionRecs.Cli.Manipulation;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs lengths</c>: how well garments are put in the order of their lengths.</summary>
internal static class LengthsCommand
{
    /// <summary>Least differences that count: a centimetre of a drawing, a tenth of the way from collar to waist, one value.</summary>
    private const double Centimetre = 1, Tenth = 0.1, Value = 1;

    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder with Annotations/label.csv and landmarks.csv; default photos in the data folder." };
    private static readonly Option<string[]> Sources = new("--sources")
    {
        Description = "Which pictures were labelled by people: folders below Images; 'none' measures drawings alone.",
        AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["deepfashion", "street"],
    };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing." };
    private static readonly Option<int> Drawings = new("--drawings")
    {
        Description = "Drawings of each of three parts: to learn from, to choose by and to report.", DefaultValueFactory = _ => 1000,
    };
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of the division, the drawings, the pairs and the intervals.", DefaultValueFactory = _ => new TrainingOptions().Seed,
    };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<EngineOption> Engine = EngineOptionArgument.Create();
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write JSON to a file, or to the output with \"-\"; without it tables are printed." };

    public static Command Create()
    {
        var command = new Command("lengths",
            "Measure how well garments are ordered by length, by what the shop believes and by rankings learned from drawings.")
        {
            Images, Sources, Split, Drawings, Seed, Weights, Engine, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(parsed.GetValue(Weights), engine: parsed.GetValue(Engine));
        var (seed, count) = (parsed.GetValue(Seed), parsed.GetValue(Drawings));
        var training = await DrawnLengths.ReadAsync(engine, count, seed * 3, cancellation);
        var validation = await DrawnLengths.ReadAsync(engine, count, (seed * 3) + 1, cancellation);
        var test = await DrawnLengths.ReadAsync(engine, count, (seed * 3) + 2, cancellation);
        var photographs = parsed.GetValue(Sources) is ["none"] or null ? [] : await PhotographsAsync(engine, parsed, cancellation);
        var marked = photographs.Count == 0 ? new Dictionary<(string, string), double>()
            : LandmarkLengths.Read(Path.Combine(LabelledPhotographs.Root(parsed.GetValue(Images)), "landmarks.csv"));
        var (orders, answers) = (new List<LengthFigures>(), new List<LengthAnswers>());
        foreach (var attribute in engine.Vocabulary.Attributes.Where(attribute => attribute.IsLength && training[attribute].Any()))
        {
            var measurement = new LengthMeasurement(attribute, [.. training[attribute]], [.. validation[attribute]], seed);
            orders.AddRange(measurement.Run("drawings, cm", [.. test[attribute]], Centimetre, within: true));
            LengthGarment[] labelled =
            [
                .. photographs.Where(picture => picture.Regions[attribute.Position] is not null
                        && picture.Truth[attribute.Position] is { IsInvisible: false })
                    .Select(picture => (picture, Value: picture.Truth[attribute.Position]!.Position))
                    .Select(one => new LengthGarment(one.picture, one.Value, one.Value)),
            ];
            if (labelled.Length == 0)
            {
                continue;
            }

            orders.AddRange(measurement.Run("photographs, labels", labelled, Value, within: false));
            LengthGarment[] measured =
            [
                .. labelled.Where(garment => marked.ContainsKey((garment.Picture.Item.Product.Id, attribute.Code)))
                    .Select(garment => garment with { Length = marked[(garment.Picture.Item.Product.Id, attribute.Code)] }),
            ];
            orders.AddRange(measured.Length == 0 ? [] : measurement.Run("photographs, landmarks", measured, Tenth, within: true));
            answers.Add(LengthAnswers.Of(photographs, new LengthChange(attribute, false), seed));
            answers.Add(LengthAnswers.Of(photographs, new LengthChange(attribute, true), seed));
        }

        var report = new LengthReport(engine.Fingerprint, orders, answers);
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

    private static Task<IReadOnlyList<SearchedPicture>> PhotographsAsync(
        ProjectionEngine engine, ParseResult parsed, CancellationToken cancellation)
    {
        var pictures = LabelledPhotographs.Load(
            null, parsed.GetValue(Images), engine.Vocabulary, SplitPart.Test, parsed.GetValue(Split), parsed.GetValue(Seed));
        return SearchedPictures.ReadAsync(engine, [.. pictures.Where(picture => parsed.GetValue(Sources)!.Any(source =>
            picture.Image.StartsWith($"Images/{source}/", StringComparison.Ordinal)))], cancellation);
    }
}
