using System.CommandLine;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs localization</c>: measures where the network looks, or chooses how regions are found.</summary>
internal static class LocalizationCommand
{
    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder with landmarks.csv and Annotations/label.csv; default photos in the data folder." };
    private static readonly Option<string?> Renders =
        new("--renders") { Description = "Folder written by 'render --masks'; without it only photographs are measured." };
    private static readonly Option<SplitPart?> Part =
        new("--part") { Description =
        "Only the photographs that training with the same seed kept as this part: train, validation or test." };
    private static readonly Option<string?> Split =
        new("--split") { Description = "The training run's split.tsv, which saves hashing all pictures; written when it is missing." };
    private static readonly Option<int> Limit =
        new("--limit") { Description = "At most this many photographs, evenly from the list.", DefaultValueFactory = _ => int.MaxValue };
    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the division and the intervals.", DefaultValueFactory = _ => new TrainingOptions().Seed };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<string?> Input = InputOption.Create();
    private static readonly Option<EngineOption> Engine = EngineOptionArgument.Create();
    private static readonly Option<string?> Calibrate = new("--calibrate") { Description = "Choose per attribute how regions are found by what localizes best here, and write the weights with these rules to this file." };
    private static readonly Option<string?> Regions = new("--regions")
    {
        Description = "Head for regions; default the one that ships with the project, \"\" for none.",
    };
    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Write JSON to a file, or to the output with \"-\"; without it a table is printed.",
    };

    public static Command Create()
    {
        var command = new Command("localization", "Measure where the network looks against landmarks and the masks of rendered garments.")
        {
            Images, Renders, Part, Split, Limit, Seed, Weights, Input, Engine, Calibrate, Regions, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(parsed.GetValue(Weights), input: InputOption.Parse(parsed.GetValue(Input)),
            regions: parsed.GetValue(Calibrate) is null ? parsed.GetValue(Regions) : "", engine: parsed.GetValue(Engine));
        var sets = new List<(string Source, IReadOnlyList<ReadRegion> Regions)>();
        foreach (var (source, truths) in Truths(parsed, engine))
        {
            sets.Add((source, await ReadRegion.ReadAsync(engine, truths, cancellation)));
        }

        var weights = engine.Weights;
        if (parsed.GetValue(Calibrate) is { } target)
        {
            weights = weights with { RegionRules =
                [.. engine.Vocabulary.Attributes.Select(attribute => Choose(engine, sets, attribute.Position))] };
            var (network, made) = AttributeNetworkFile.Load(engine.WeightsPath, engine.Vocabulary);
            (made with { RegionRules = weights.RegionRules })
                .Save(target, NetworkState.Save(NetworkState.Of(network)), engine.Vocabulary, half: true);
        }

        var scores = from attribute in engine.Vocabulary.Attributes
                     from set in sets
                     let regions = set.Regions.Where(region => region.Truth.Attribute == attribute).ToArray()
                     where regions.Length > 0
                     let rule = engine.PartRules?[attribute.Position].ToString() ?? weights.RegionRule(attribute).ToString()
                     select LocalizationScore.Of(set.Source, attribute.Code, rule,
                         [.. regions.Select(region => engine.PartRules is null ? region.Measure(weights.RegionRule(attribute),
                         weights.Input) : region.Measure(engine))], parsed.GetValue(Seed));
        await LocalizationReport.WriteAsync(parsed.GetValue(Json), engine.Fingerprint, [.. scores], cancellation);
        return ExitCode.Success;
    }

    private static RegionRule Choose(ProjectionEngine engine, List<(string Source, IReadOnlyList<ReadRegion> Regions)> sets, int attribute)
    {
        IReadOnlyList<ReadRegion>[] ofAttribute =
            [.. sets.Select(set => set.Regions.Where(region => region.Truth.Attribute.Position == attribute).ToArray())];
        return ofAttribute.Any(regions => regions.Count > 0)
            ? RegionRuleSearch.Choose(ofAttribute, engine.Weights.Input).Best
            : engine.Weights.RegionRule(engine.Vocabulary.Attributes[attribute]);
    }

    private static List<(string Source, IReadOnlyList<TrueRegion> Truths)> Truths(ParseResult parsed, ProjectionEngine engine)
    {
        var truths = new List<(string, IReadOnlyList<TrueRegion>)>();
        if ((parsed.GetValue(Images) ?? DataFolder.TryFind("photos")) is { } photographs)
        {
            truths.Add(("photographs", LandmarkSet.Load(
                photographs, engine.Vocabulary, parsed.GetValue(Part), parsed.GetValue(Split), parsed.GetValue(Seed),
                parsed.GetValue(Limit))));
        }

        if (parsed.GetValue(Renders) is { } renders)
        {
            truths.Add(("renders", [.. RenderedRegionFile.Read(renders, engine.Vocabulary)]));
        }

        return truths.Count > 0
            ? truths
            : throw new IOException($"There is no data folder; name --images or --renders, or set {DataFolder.Variable}.");
    }
}
