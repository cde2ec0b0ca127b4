using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Beliefs.Joint;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs beliefs joint</c>: learns from labels which values are seen together, and measures what that does to beliefs on
/// photographs that it was not learned from.
/// </summary>
internal static class BeliefsJointCommand
{
    /// <summary>Types of product with fewer labelled pictures are no state of their own.</summary>
    private const int LeastOfType = 50;

    private static readonly Option<string?> Labels =
        new("--labels") { Description = "FashionAI label file to measure on; default photos/Annotations/label.csv in the data folder." };
    private static readonly Option<string?> Images =
        new("--images") { Description = "Folder that the label file's picture paths start from." };
    private static readonly Option<string[]> Sources =
        new("--sources") { Description = "Measure only on photographs of these folders.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Fit =
        new("--fit")
        {
            Description = "Folders with Annotations/label.csv to learn from.", Required = true, AllowMultipleArgumentsPerToken = true,
        };
    private static readonly Option<string[]> FitSources =
        new("--fit-sources") { Description = "Learn only from pictures of these folders.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Without = new("--without")
    {
        Description = "Label files whose pictures are not learned from; those that are measured never are.",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string?> Products =
        new("--products") { Description = "Product list whose types of product are one variable more, found by the picture." };
    private static readonly Option<string?> Projected =
        new("--projected") { Description = "What the network says, from \"project --json\"; pictures are projected without it." };
    private static readonly Option<string?> Weights =
        new("--weights") { Description = "Weights file; default the one that ships with the project." };
    private static readonly Option<bool> Unfitted =
        new("--unfitted") { Description = "Start from beliefs in which each value's own answer counts alone, not from the fitted ones." };
    private static readonly Option<double[]> Strengths = new("--strengths")
    {
        Description = "What pair terms are multiplied by; the one of least log loss is written.",
        DefaultValueFactory = _ => [0.1, 0.25, 0.5, 1], AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<double> Penalty =
        new("--penalty") { Description = "How strongly pair terms are held at 0.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Seed =
        new("--seed") { Description = "Of the intervals.", DefaultValueFactory = _ => new TrainingOptions().Seed };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write." };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write what was measured as JSON to a file, or to the output with \"-\"." };

    public static Command Create()
    {
        var engine = EngineOptionArgument.Create();
        var command = new Command("joint", "Learn which values are seen together, and measure what that does to beliefs.")
        {
            Labels, Images, Sources, Fit, FitSources, Without, Products, Projected, Weights, Unfitted, Strengths, Penalty, Seed, Out, Json,
            engine,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var network = ProjectionEngine.Load(parsed.GetValue(Weights), engine: parsed.GetValue(engine));
            return await RunAsync(parsed, network, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ProjectionEngine engine, CancellationToken cancellation)
    {
        var (vocabulary, seed) = (AttributeVocabularyFile.Default, parsed.GetValue(Seed));
        var strengths = parsed.GetValue(Strengths)!;
        if (strengths.Length == 0 || strengths.Any(strength => strength is not (> 0 and <= 10)) || parsed.GetValue(Penalty) is not > 0)
        {
            throw new InvalidDataException("--strengths must be above 0 and at most 10, and --penalty above 0.");
        }

        var measured = Of(LabelledPhotographs.Load(parsed.GetValue(Labels), parsed.GetValue(Images), vocabulary), parsed.GetValue(Sources));
        var types = parsed.GetValue(Products) is { } path
            ? ShopProducts.Read(path).Products.Where(product => product.Image.Length > 0).DistinctBy(product => product.Image)
                .ToDictionary(product => product.Image, product => product.Type, StringComparer.Ordinal)
            : [];
        var (file, combinations) = Learn(parsed, vocabulary, measured, types);

        var said = await ProjectedProbabilities.ReadAsync(engine, measured, parsed.GetValue(Projected), cancellation);
        BeliefCase[] cases =
            [.. measured.Select((picture, at) => new BeliefCase(picture.Image, Source(picture), said[at], picture.Letters))];
        var models = parsed.GetValue(Unfitted) ? new BeliefModels(vocabulary) : BeliefModels.Shipped(vocabulary);
        IReadOnlyList<AttributeBelief>[] alone = [.. cases.Select(one => models.Read(new PredictedTags(engine.Fingerprint,
            [.. vocabulary.Attributes.Select(attribute => new ProjectedAttribute(attribute,
                one.Probabilities[attribute.Start..(attribute.Start + attribute.Values.Count)]))])))];

        var unseen = new UnseenPairs(vocabulary, combinations);
        var comparer = new BeliefComparer(vocabulary, unseen, seed);
        var least = new StatementRule().LeastProbability;
        var rows = new List<JointBeliefTables.Row>();
        List<StatementScore> statements = [Score("alone", alone)];
        foreach (var strength in strengths)
        {
            var joint = new JointBeliefs(vocabulary, file, strength);
            IReadOnlyList<AttributeBelief>[] together = [.. cases.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select((one, at) => joint.Read(alone[at], types.GetValueOrDefault(one.Name)))];
            Add("all", _ => true, null);
            foreach (var source in cases.Select(one => one.Source).Distinct().Order(StringComparer.Ordinal))
            {
                Add(source, one => one.Source == source, null);
            }

            foreach (var attribute in vocabulary.Attributes)
            {
                Add(attribute.Code, _ => true, attribute);
            }

            statements.Add(Score(FormattableString.Invariant($"together, strength {strength}"), together));

            void Add(string group, Func<BeliefCase, bool> counts, GarmentAttribute? only)
            {
                int[] places = [.. Enumerable.Range(0, cases.Length).Where(at => counts(cases[at]))];
                rows.AddRange(comparer.Compare([.. places.Select(at => cases[at])], [.. places.Select(at => alone[at])],
                    [.. places.Select(at => together[at])], only).Select(one => new JointBeliefTables.Row(strength, group, one)));
            }
        }

        if (parsed.GetValue(Out) is { } target)
        {
            var best = rows.Where(row => row.Group == "all" && row.Measure.Name == "log loss").MinBy(row => row.Measure.After)!.Strength;
            (file with { Strength = best }).Save(target, vocabulary);
        }

        await JointBeliefTables.WriteAsync(parsed.GetValue(Json), file.Source, cases.Length, unseen.Count, rows, statements, cancellation);
        return ExitCode.Success;

        StatementScore Score(string group, IReadOnlyList<IReadOnlyList<AttributeBelief>> beliefs) => StatementScore.Of(
            group, JudgedStatement.Of(new FittedBeliefs([], cases, beliefs)), least, seed);
    }

    private static (JointBeliefsFile File, IReadOnlyList<LabelledCombination> Combinations) Learn(ParseResult parsed,
        AttributeVocabulary vocabulary, IReadOnlyList<LabelledPicture> measured, Dictionary<string, string> types)
    {
        var left = (parsed.GetValue(Without) ?? []).SelectMany(path => FashionAiReader.Read(path, vocabulary))
            .Select(label => label.Image).Concat(measured.Select(picture => picture.Image)).ToHashSet(StringComparer.Ordinal);
        LabelledPicture[] pictures = [.. Of([.. parsed.GetValue(Fit)!.SelectMany(folder =>
                LabelledSet.Load(Path.Combine(folder, "Annotations", "label.csv"), folder, vocabulary))], parsed.GetValue(FitSources))
            .Where(picture => !left.Contains(picture.Image))];
        string[] known = [.. pictures.Select(picture => types.GetValueOrDefault(picture.Image)).OfType<string>()
            .GroupBy(type => type, StringComparer.Ordinal).Where(group => group.Count() >= LeastOfType)
            .Select(group => group.Key).Order(StringComparer.Ordinal)];
        var combinations = LabelledCombination.Count(pictures.Select(picture => (int[])
            [
                .. vocabulary.Attributes.Select(attribute =>
                    picture.Letters.AsSpan(attribute.Start, attribute.Values.Count).IndexOf(LabelLetter.Yes)),
                .. known.Length > 0 ? [Array.IndexOf(known, types.GetValueOrDefault(picture.Image))] : Array.Empty<int>(),
            ]));
        if (combinations.Count == 0)
        {
            throw new InvalidDataException("No picture to learn from has labels of two attributes.");
        }

        var source = FormattableString.Invariant($"{combinations.Sum(one => one.Weight)} pictures with two labelled attributes or more")
            + (known.Length > 0 ? FormattableString.Invariant($" and {known.Length} types of product") : "");
        var terms = new PairwiseFit(JointBeliefs.Shape(vocabulary, known), parsed.GetValue(Penalty)).Run(combinations);
        return (new JointBeliefsFile(source, known, 1, terms), combinations);
    }

    private static LabelledPicture[] Of(IReadOnlyList<LabelledPicture> pictures, string[]? sources)
    {
        LabelledPicture[] some =
            [.. pictures.Where(picture => sources is not { Length: > 0 } || sources.Contains(Source(picture), StringComparer.Ordinal))];
        return some.Length > 0 ? some : throw new InvalidDataException($"No picture is in {string.Join(", ", sources!)}.");
    }

    private static string Source(LabelledPicture picture) => Path.GetFileName(Path.GetDirectoryName(picture.Image)) ?? "";
}
