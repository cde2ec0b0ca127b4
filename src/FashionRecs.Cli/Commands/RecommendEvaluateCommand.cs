using System.Globalization;
using System.CommandLine;
using System.Diagnostics;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop.Replay;
using FashionRecs.Recommenders;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs recommend evaluate</c>: trains the explained ranking and the baselines, and ranks all products for every customer.
/// </summary>
internal static class RecommendEvaluateCommand
{
    public static Command Create()
    {
        var products = new Option<string>("--products") { Description = "Product list, CSV.", Required = true };
        var train = new Option<string>("--train") { Description = "Purchases to learn from, CSV with day, customer, product.",
            Required = true };
        var test = new Option<string>("--test") { Description = "Purchases to predict, same form.", Required = true };
        var labels =
            new Option<string?>("--labels") { Description =
            "FashionAI label file with the words of the pictures; default the one in the data folder." };
        var images =
            new Option<string?>("--images") { Description =
            "Folder that the list's picture paths start from, for the network to look at; default photos in the data folder, \"none\" for "
                + "the words alone. Not used with --projected or --features." };
        var projected =
            new Option<string?>("--projected") { Description = "The network's values: JSON lines written by \"project --json\"." };
        var features =
            new Option<string?>("--features") { Description =
            "The network's features of pictures and regions, written by \"project --features FILE.npy --grid 1x1\"." };
        var weights =
            new Option<string?>("--start-weights") { Description =
            "Weights of the shares to start from, JSON; default those that ship with the project, \"none\" for none." };
        var save = new Option<string?>("--save-weights") { Description = "Write the learned weights of the shares as JSON to this file." };
        var models =
            new Option<string?>("--models") { Description = "Only models whose name contains one of these words, separated by commas." };
        var deviation = new Option<double?>("--weight-deviation")
        {
            Description = "How much the weights of the shop's evidence differ from shopper to shopper; 0 for the same weights for all. "
                + "Default as shops are set.",
        };
        var seed = new Option<int>("--seed") { Description = "Seed of ties, intervals and training.", DefaultValueFactory = _ => 1 };
        var unseen = new Option<double>("--unseen")
        {
            Description = "Share of the products whose purchases are taken out of the training, so that many products are ranked that "
                + "nobody had bought; 0 to below 1.",
        };
        var table = new Option<string?>("--table") { Description = "Write the results as a Markdown table to this file." };
        var plot = new Option<string?>("--plot") { Description = "Write the results as an SVG plot to this file." };
        var json = new Option<string?>("--json") { Description = "Write JSON to a file, or to the output with \"-\"." };
        var command = new Command("evaluate", "Rank all products for customers and compare with what they bought later.")
        {
            products, train, test, labels, images, projected, features, weights, save, models, deviation, unseen, seed, table, plot, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(unseen) is < 0 or >= 1 or double.NaN)
            {
                throw new InvalidDataException("--unseen must be from 0 to below 1.");
            }

            var list = ShopProducts.Read(parsed.GetValue(products)!);
            var given = RecommendationInputs.Read(list, parsed.GetValue(labels), parsed.GetValue(projected), parsed.GetValue(features),
                parsed.GetValue(weights));
            var split = EvaluationSplit.WithUnseen(list, PurchaseFile.Read(parsed.GetValue(train)!, list),
                PurchaseFile.Read(parsed.GetValue(test)!, list), parsed.GetValue(unseen), parsed.GetValue(seed));
            await RunAsync(await given.LookAsync(parsed.GetValue(images), cancellation), split, Options(parsed.GetValue(deviation)),
                parsed.GetValue(models),
                parsed.GetValue(save), parsed.GetValue(seed),
                new RecommendationTargets(parsed.GetValue(json), parsed.GetValue(table), parsed.GetValue(plot)), cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task RunAsync(RecommendationInputs inputs, EvaluationSplit split, ReplayOptions options, string? only,
        string? save, int seed,
        RecommendationTargets targets, CancellationToken cancellation)
    {
        var evaluation = new RecommendationEvaluation(split, seed, TimeProvider.System, () => GC.GetTotalMemory(forceFullCollection: true));
        var explained = RecommendationModels.Explained(inputs);
        var results = new List<ModelResult>();
        ValueRemoval? values = null;
        var reasons = new Dictionary<string, ReasonRemoval>();
        foreach (var recommender in RecommendationModels.Create(inputs, explained, options, seed)
            .Where(model => model == explained || Chosen(model.Name)))
        {
            results.Add(evaluation.Run(recommender, cancellation));
            values ??= recommender is OnlineLearner learner ? ValueRemoval.Measure(split, evaluation, learner, seed) : null;
            if (recommender is IExplainedRecommender other && recommender != explained && other is not ShareSum)
            {
                reasons[recommender.Name] = ReasonRemoval.Measure(split, evaluation, other, seed,
                    (recommender as ExplicitFactors) is { } factors ? (value, item) => factors.Shows(item, value) : null);
            }

            if (save is not null && recommender == explained)
            {
                ShareWeights.Save(save, explained);
            }

            (recommender as IDisposable)?.Dispose();
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{results[^1].Model,-34} NDCG@20 {results[^1].Main.Ndcg.Mean:F4}  recall@20 {results[^1].Main.Recall.Mean:F4}  AUC "
                    + $"{results[^1].Main.Auc.Mean:F4}  {results[^1].FitSeconds + results[^1].ScoreSeconds:F0} s"));
        }

        var removal = ReasonRemoval.Measure(split, evaluation, explained, seed);
        await targets.WriteAsync(split, results, explained, removal, values, reasons,
            KnockOut.Measure(split, evaluation, explained, seed), Cost(), seed);

        bool Chosen(string name) =>
            only is null || only.Split(',').Any(word => name.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As shops are set, but that a customer's purchases all count: a table is no shop that could be flooded.</summary>
    private static ReplayOptions Options(double? deviation) => new()
    {
        Pairings = deviation is { } own ? new PairingOptions { WeightDeviation = own } : new PairingOptions(),
        Crowd = new CrowdOptions { MostPerShopper = 1_000 },
    };

    private static (double CpuSeconds, double PeakGigabytes) Cost()
    {
        using var process = Process.GetCurrentProcess();
        return (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1e9);
    }
}
