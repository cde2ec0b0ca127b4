using System.CommandLine;
using System.Text.Json;
using FashionRecs.Core.Attributes;
using FashionRecs.Core.Evaluation;
using FashionRecs.Core.Files;
using FashionRecs.Core.Purchases;
using FashionRecs.Core.Recommenders;
using FashionRecs.Core.Recommenders.Shares;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend evaluate</c>: trains the explained ranking and the baselines, and ranks all products for every customer.</summary>
internal static class RecommendEvaluateCommand
{
    public static Command Create()
    {
        var products = new Option<string>("--products") { Description = "Product list, CSV.", Required = true };
        var train = new Option<string>("--train") { Description = "Purchases to learn from, CSV with day, customer, product.", Required = true };
        var test = new Option<string>("--test") { Description = "Purchases to predict, same form.", Required = true };
        var labels = new Option<string?>("--labels") { Description = "FashionAI label file with the words of the pictures; default the one in the data folder." };
        var projected = new Option<string?>("--projected") { Description = "The network's values: JSON lines written by \"project --json\"." };
        var seed = new Option<int>("--seed") { Description = "Seed of ties, intervals and training.", DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write JSON to a file, or to the output with \"-\"." };
        var command = new Command("evaluate", "Rank all products for customers and compare with what they bought later.") { products, train, test, labels, projected, seed, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(products)!, parsed.GetValue(train)!, parsed.GetValue(test)!, parsed.GetValue(labels), parsed.GetValue(projected), parsed.GetValue(seed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string productFile, string train, string test, string? labels, string? projected, int seed, string? json, CancellationToken cancellation)
    {
        var products = ProductList.Read(productFile);
        var split = EvaluationSplit.Create(products, PurchaseFile.Read(train, products), PurchaseFile.Read(test, products));
        var evaluation = new RecommendationEvaluation(split, seed, TimeProvider.System);
        var words = ReadWords(labels, products);
        var network = projected is null ? null : ProductAttributes.Of("network", products, AttributeVocabularyFile.Default, ProjectedAttributesFile.Read(projected));
        var main = network ?? words;

        var explained = new ShareSum($"explained ({main.Source})", products, main);
        IRecommender[] recommenders =
        [
            explained,
            .. network is null || words.Traits.Count == 0 ? (IRecommender[])[] : [new ShareSum($"explained ({words.Source})", products, words)],
            .. main.Traits.Count == 0 ? (IRecommender[])[] : [new OnlineLearner(products, main, AttributeVocabularyFile.Default), new AttributeCosine(main)],
            new Popularity("popularity"),
            new Popularity("recent popularity", halfLifeDays: 2),
            new ItemNeighbours(shrinkage: 30),
            new BprFactorization(new BprOptions { Seed = seed }),
            new Ease(),
        ];
        var results = new List<ModelResult>();
        foreach (var recommender in recommenders)
        {
            results.Add(evaluation.Run(recommender, cancellation));
            await Console.Error.WriteLineAsync(FormattableString.Invariant(
                $"{results[^1].Model,-22} NDCG@20 {results[^1].Main.Ndcg.Mean:F4}  recall@20 {results[^1].Main.Recall.Mean:F4}  AUC {results[^1].Main.Auc.Mean:F4}  {results[^1].FitSeconds + results[^1].ScoreSeconds:F0} s"));
        }

        var removal = ReasonRemoval.Measure(split, evaluation, explained, seed);
        await using var output = json is null or "-" ? Console.Out : new StreamWriter(json);
        await output.WriteLineAsync(json is null
            ? FormattableString.Invariant($"{removal.Passed.Mean:P1} of {removal.Products} stated reasons pass the removal test ({removal.Passed.Low:P1} to {removal.Passed.High:P1}).")
            : JsonSerializer.Serialize(RecommendationReport.Of(split, results, explained, removal, seed), RecommendationReport.Options));
        return ExitCode.Success;
    }

    private static ProductAttributes ReadWords(string? labels, ProductList products)
    {
        var path = labels ?? DataFolder.TryFind("photos", "Annotations", "label.csv");
        return path is null ? ProductAttributes.None : ProductAttributes.Of("labels", products, AttributeVocabularyFile.Default, LabelledAttributesFile.Read(path));
    }
}
