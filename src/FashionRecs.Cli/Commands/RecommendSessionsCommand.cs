using System.Globalization;
using System.CommandLine;
using System.Text.Json;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Sessions;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend sessions</c>: predicts the next click of real sessions.</summary>
internal static class RecommendSessionsCommand
{
    public static Command Create()
    {
        var clicks =
            new Option<string?>("--clicks") { Description =
            "Click table, CSV or CSV packed with gzip; default clicks/eshop2008.csv.gz in the data folder." };
        var share = new Option<double>("--train-share") { Description = "Share of the sessions, earliest first, to learn from.",
            DefaultValueFactory = _ => 0.8 };
        var most = new Option<int>("--most-sessions") { Description = "Sessions to measure at most.", DefaultValueFactory = _ => 1500 };
        var seed = new Option<int>("--seed") { Description = "Seed of ties and intervals.", DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write JSON to a file, or to the output with \"-\"." };
        var command =
            new Command("sessions", "Rank all products before every click of a session, given the clicks so far.") { clicks, share, most,
            seed, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(share) is not (> 0 and < 1) || parsed.GetValue(most) < 1)
            {
                throw new InvalidDataException("--train-share must lie between 0 and 1, and --most-sessions be at least 1.");
            }

            var path = parsed.GetValue(clicks) ?? DataFolder.TryFind("clicks", "eshop2008.csv.gz")
                ?? throw new InvalidDataException("There is no data folder with clicks; name a table with --clicks.");
            var evaluation =
                new NextClickEvaluation(ClickedCatalog.Read(path), parsed.GetValue(share), parsed.GetValue(most), parsed.GetValue(seed));
            var explained = new ClickShares();
            INextClick[] models =
                [explained, new ClickNeighbours(), new ClickLearner(population: true), new ClickLearner(population: false),
                new ClickPopularity()];
            NextClickResult[] results = [.. models.Select(model => evaluation.Run(model, cancellation))];
            await PrintAsync(parsed.GetValue(json), results, explained, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task PrintAsync(string? json, NextClickResult[] results, ClickShares explained, CancellationToken cancellation)
    {
        if (json is null)
        {
            Console.WriteLine($"{results[0].Clicks} clicks of {results[0].Sessions} sessions.");
            foreach (var result in results)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{result.Model,-26} hit@20 {result.Hit.Mean:F4} ({result.Hit.Low:F4}–{result.Hit.High:F4})  MRR@20 "
                        + $"{result.Reciprocal.Mean:F4}  NDCG@20 {result.Ndcg.Mean:F4} ({result.Ndcg.Low:F4}–{result.Ndcg.High:F4})"));
            }

            return;
        }

        var report = new Dictionary<string, object>
        {
            ["sessions"] = results[0].Sessions,
            ["clicks"] = results[0].Clicks,
            ["models"] = results.Select(result => new Dictionary<string, object>
            {
                ["model"] = result.Model,
                ["hit@20"] = result.Hit.Mean,
                ["hit@20_interval"] = Bounds(result.Hit),
                ["mrr@20"] = result.Reciprocal.Mean,
                ["mrr@20_interval"] = Bounds(result.Reciprocal),
                ["ndcg@20"] = result.Ndcg.Mean,
                ["ndcg@20_interval"] = Bounds(result.Ndcg),
            }),
            ["weights"] = explained.Weights,
        };
        var text = JsonSerializer.Serialize(report, RecommendationReport.Options);
        await (json == "-" ? Console.Out.WriteLineAsync(text) : File.WriteAllTextAsync(json, text + "\n", cancellation));
    }

    private static double[] Bounds(BootstrapInterval interval) => [interval.Low, interval.High];
}
