using System.CommandLine;
using System.Globalization;
using FashionRecs.Cli.Learning;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Attention;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend attention</c>: the region attention with several settings, beside VBPR.</summary>
internal static class RecommendAttentionCommand
{
    public static Command Create()
    {
        var products = new Option<string>("--products") { Description = "Product list, CSV.", Required = true };
        var train = new Option<string>("--train") { Description = "Purchases to learn from, CSV with day, customer, product.",
            Required = true };
        var test = new Option<string>("--test") { Description = "Purchases to predict, same form.", Required = true };
        var features = new Option<string>("--features")
        {
            Description = "The network's features of pictures and regions, written by \"project --features FILE.npy --grid 1x1\".",
            Required = true,
        };
        var settings = new Option<string[]>("--settings")
        {
            Description = "What differs from the usual settings, for example \"epochs=6,rate=0.001\"; one model each.",
            AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [""],
        };
        var seed = new Option<int>("--seed") { Description = "Seed of ties, intervals and training.", DefaultValueFactory = _ => 1 };
        var command = new Command("attention", "Measure the region attention with several settings beside VBPR, a table row each.")
        {
            products, train, test, features, settings, seed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var drawn = parsed.GetValue(seed);
            RegionAttentionOptions[] tried = [.. parsed.GetValue(settings)!.Select(text => AttentionSettings.Parse(text, drawn))];
            var list = ShopProducts.Read(parsed.GetValue(products)!);
            var seen = PictureFeatureTable.Read(parsed.GetValue(features)!, list, AttributeVocabularyFile.Default);
            var split = EvaluationSplit.Create(list, PurchaseFile.Read(parsed.GetValue(train)!, list),
                PurchaseFile.Read(parsed.GetValue(test)!, list));
            var evaluation = new RecommendationEvaluation(split, drawn, TimeProvider.System);
            await Console.Out.WriteLineAsync("| model | NDCG@20 | ahead of VBPR, paired | recall@20 | AUC | learns, s |");
            await Console.Out.WriteLineAsync("|---|---|---|---|---|---|");
            var vbpr = evaluation.Run(new VisualBpr(seen.Pictures, new VisualBprOptions { Seed = drawn }), cancellation);
            await WriteAsync("vbpr", vbpr, "");
            foreach (var (text, options) in parsed.GetValue(settings)!.Zip(tried))
            {
                using var model = new RegionAttention("region attention", list, seen, RecommendationModels.Words(list), options);
                var result = evaluation.Run(model, cancellation);
                await WriteAsync(text.Length == 0 ? "usual settings" : text, result,
                    Cell(RecommendationTable.Lead(result.Main, vbpr.Main, drawn)));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Task WriteAsync(string model, ModelResult result, string ahead) =>
        Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"| {model} | {Cell(result.Main.Ndcg)} | {ahead} | {Cell(result.Main.Recall)} | {Cell(result.Main.Auc)} | ")
            + string.Create(CultureInfo.InvariantCulture, $"{result.FitSeconds:F0} |"));

    private static string Cell(BootstrapInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F4} ({interval.Low:F4} to {interval.High:F4})");
}
