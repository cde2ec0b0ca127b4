using System.CommandLine;
using FashionRecs.Cli.Explanations;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Audit;
using FashionRecs.Training.Beliefs.Joint;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs explanations audit</c>: reads pages of simulated shoppers on labelled pictures and counts true and false reasons.
/// </summary>
internal static class ExplanationsAuditCommand
{
    private static readonly AuditOptions Defaults = new();

    public static Command Create()
    {
        var labels =
            new Option<string?>("--labels") { Description =
            "FashionAI label file; default photos/Annotations/label.csv in the data folder." };
        var images = new Option<string?>("--images") { Description = "Folder that the label file's picture paths start from." };
        var products =
            new Option<string?>("--products") { Description =
            "Products whose names and descriptions count as evidence beside the pictures; without it the audit reads pictures alone. Only "
                + "where the labels do not come from these same words." };
        var landmarks =
            new Option<string?>("--landmarks") { Description =
            "landmarks.csv of the pictures: says whether regions lie on the parts that are named." };
        var json = new Option<string?>("--json") { Description =
            "Write JSON to a file, or to the output with \"-\"; without it a table is printed." };
        var sheet = new Option<string?>("--sheet") { Description = "Folder for a page of contact sheets with every false reason." };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var beliefs =
            new Option<string?>("--beliefs") { Description =
            "Beliefs fitted for these weights; default those that ship with the project." };
        var joint =
            new Option<string?>("--joint") { Description = "Read attributes together, by what \"beliefs joint --out\" wrote." };
        var engineOption = EngineOptionArgument.Create();
        var part = new Option<SplitPart?>("--part") { Description =
            "Only the pictures that training with the same seed kept as this part: train, validation or test." };
        var split = new Option<string?>("--split") { Description = "The training run's split.tsv, which saves hashing all pictures." };
        var shoppers = new Option<int>("--shoppers")
        {
            Description = "Simulated shoppers per value or family.", DefaultValueFactory = _ => Defaults.Shoppers,
        };
        var likely = new Option<float>("--least-probability")
        {
            Description = "How sure a statement must be to be said, 0 to 1.",
            DefaultValueFactory = _ => new StatementRule().LeastProbability,
        };
        var variety = new Option<double>("--diversity")
        {
            Description = "What variety may cost on a page, 0 to 1.", DefaultValueFactory = _ => new RankingOptions().Diversity,
        };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => Defaults.Seed };
        var command = new Command("audit", "Read the pages of simulated shoppers on labelled pictures and count how many reasons are true.")
        {
            labels, images, products, landmarks, json, sheet, weights, beliefs, joint, part, split, shoppers, likely, variety, seed,
            engineOption,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var vocabulary = AttributeVocabularyFile.Default;
            var root = LabelledPhotographs.Root(parsed.GetValue(images));
            var pictures = LabelledPhotographs.Load(
                parsed.GetValue(labels), parsed.GetValue(images), vocabulary, parsed.GetValue(part), parsed.GetValue(split),
                parsed.GetValue(seed));
            var list = parsed.GetValue(products) is { } path ? ShopProducts.Read(path) : null;
            var regions = (parsed.GetValue(landmarks) is { } file ? LandmarkFile.Read(file, root, vocabulary) : [])
                .ToLookup(region => region.Path);
            var options = Defaults with { Shoppers = parsed.GetValue(shoppers), Seed = parsed.GetValue(seed) };
            if (options.Shoppers < 1)
            {
                throw new InvalidDataException("--shoppers must be at least 1.");
            }

            using var engine = ProjectionEngine.Load(parsed.GetValue(weights), engine: parsed.GetValue(engineOption));
            var words = list is null ? null : WordEvidence.Shipped(vocabulary);
            var models = new BeliefModels(vocabulary, parsed.GetValue(beliefs) is { } fitted
                ? [BeliefModelFile.Load(fitted, vocabulary)] : BeliefModels.ShippedFiles(vocabulary))
            {
                Revise = parsed.GetValue(joint) is { } together
                    ? new JointBeliefs(vocabulary, JointBeliefsFile.Load(together, vocabulary)).Read : null,
            };
            var reader = new BeliefReader(vocabulary, models, new StatementRule { LeastProbability = parsed.GetValue(likely) }, words);
            var (read, refused) = await AuditedPictures.ReadAsync(engine, pictures, list, regions, reader, cancellation);
            var preferences = new PreferenceOptions();
            var audit = new ExplanationAudit(
                vocabulary, PreferencePriorFile.Starting(vocabulary, preferences), preferences,
                new Explainer(new ExplanationOptions()),
                new RankingOptions { Diversity = Math.Clamp(parsed.GetValue(variety), 0, 1) }, words?.Reader);
            var cards = audit.Run(read, options, cancellation);
            if (cards.Count == 0)
            {
                throw new InvalidDataException(
                    $"No value has {options.LeastPhotographs} labelled pictures, so that nothing can be audited.");
            }

            if (parsed.GetValue(json) is { } target)
            {
                await JsonTarget.WriteAsync(target,
                    AuditReport.Json(engine.Fingerprint, words is not null, read.Count, options, vocabulary, cards), cancellation);
            }
            else
            {
                Console.WriteLine(AuditReport.Table(engine.Fingerprint, read.Count, options, vocabulary, cards));
            }

            if (parsed.GetValue(sheet) is { } folder)
            {
                await Console.Error.WriteLineAsync(
                    $"{ContactSheet.Write(folder, read, cards)} false reasons to look at in {Path.Combine(folder, "index.html")}.");
            }

            return refused == 0 ? ExitCode.Success : ExitCode.Partial;
        });
        return command;
    }
}
