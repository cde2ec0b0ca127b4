using System.Globalization;
using System.CommandLine;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.LearningSpeed;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend simulate</c>: how fast policies learn simulated shoppers with known weights.</summary>
internal static class RecommendSimulateCommand
{
    public static Command Create()
    {
        var defaults = new LearningSpeedPlan();
        var readings =
            new Option<string?>("--readings") { Description =
            "Readings of the catalog's pictures; default those of the catalog that ships with the project." };
        var shoppers =
            new Option<int>("--shoppers") { Description = "Number of simulated shoppers.", DefaultValueFactory = _ => defaults.Shoppers };
        var pages = new Option<int>("--pages") { Description = "Pages shown to each.", DefaultValueFactory = _ => defaults.Pages };
        var length =
            new Option<int>("--page-length") { Description = "Products on a page.", DefaultValueFactory = _ => defaults.PageLength };
        var rate = new Option<double>("--open-rate") { Description = "How often a product without appeal is opened when looked at.",
            DefaultValueFactory = _ => defaults.OpenRate };
        var bias = new Option<double>("--position-exponent") { Description =
            "Position k is looked at with chance (1 + k)^−exponent; 0 for no position bias.",
        DefaultValueFactory = _ => defaults.PositionExponent };
        var seed = new Option<int>("--seed") { Description = "Seed of shoppers, clicks and exploration.",
            DefaultValueFactory = _ => defaults.Seed };
        var json = new Option<string?>("--json") { Description = "Write JSON to a file, or to the output with \"-\"." };
        var command =
            new Command("simulate", "Measure how fast simulated shoppers are understood.") { readings, shoppers, pages, length, rate, bias,
            seed, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = defaults with
            {
                Shoppers = parsed.GetValue(shoppers),
                Pages = parsed.GetValue(pages),
                PageLength = parsed.GetValue(length),
                OpenRate = parsed.GetValue(rate),
                PositionExponent = parsed.GetValue(bias),
                Seed = parsed.GetValue(seed),
            };
            var vocabulary = AttributeVocabularyFile.Default;
            var path = parsed.GetValue(readings) ?? Path.Combine(AppContext.BaseDirectory, "seed", "catalog", "readings.json");
            ItemVector[] items = [.. ItemVector.Of(vocabulary, ReadingsOf(path, vocabulary), BeliefReader.Shipped(vocabulary))];
            var results = LearningSpeedSimulation.Run(plan, vocabulary, items, cancellation);
            await PrintAsync(parsed.GetValue(json), plan, items.Length, results, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static ProjectionsFile ReadingsOf(string path, AttributeVocabulary vocabulary) => File.Exists(path)
        ? ProjectionsFile.Load(path, vocabulary)
        : throw new FileNotFoundException($"There is no file {path}.", path);

    private static async Task PrintAsync(string? json, LearningSpeedPlan plan, int items, IReadOnlyList<PolicyResult> results,
        CancellationToken cancellation)
    {
        if (json is not null)
        {
            var text = JsonSerializer.Serialize(new { plan, items, policies = results.Select(Record) }, RecommendationReport.Options);
            await (json == "-" ? Console.Out.WriteLineAsync(text) : File.WriteAllTextAsync(json, text + "\n", cancellation));
            return;
        }

        Console.WriteLine(
            $"{plan.Shoppers} shoppers, {plan.Pages} pages of {plan.PageLength} out of {items} products, seed {plan.Seed}; 95 % intervals "
                + $"over shoppers.");
        foreach (var result in results)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{result.Policy,-40} lost {result.Regret.Mean,6:F1} ({result.Regret.Low:F1}–{result.Regret.High:F1})  at the end "
                    + $"{result.LastShare.Mean:P0} of the best  true reason {result.Learned.Mean:P0}, median clicks {result.MedianClicks} "
                    + $"({result.MedianInterval.Low}–{result.MedianInterval.High})"));
        }
    }

    private static object Record(PolicyResult result) => new Dictionary<string, object?>
    {
        ["policy"] = result.Policy,
        ["shoppers"] = result.Shoppers,
        ["regret"] = result.Regret.Mean,
        ["regret_interval"] = Bounds(result.Regret),
        ["late_regret_per_page"] = result.LateRegret.Mean,
        ["late_regret_per_page_interval"] = Bounds(result.LateRegret),
        ["late_share_of_best"] = result.LastShare.Mean,
        ["late_share_of_best_interval"] = Bounds(result.LastShare),
        ["learned_true_reason"] = result.Learned.Mean,
        ["learned_true_reason_interval"] = Bounds(result.Learned),
        ["median_clicks_to_true_reason"] = Finite(result.MedianClicks),
        ["median_clicks_to_true_reason_interval"] = new[] { Finite(result.MedianInterval.Low), Finite(result.MedianInterval.High) },
    };

    private static double[] Bounds(BootstrapInterval interval) => [interval.Low, interval.High];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
