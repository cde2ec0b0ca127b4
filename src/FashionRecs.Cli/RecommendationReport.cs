using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Cli;

/// <summary>The JSON of <c>recommend evaluate</c>.</summary>
internal static class RecommendationReport
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static object Of(EvaluationSplit split, IReadOnlyList<ModelResult> results, ShareSum explained, ReasonRemoval removal,
        ValueRemoval? values, (double CpuSeconds, double PeakGigabytes) cost, int seed) => new Dictionary<string, object>
    {
        ["users"] = results[0].Main.Users,
        ["users_with_one_or_two"] = results[0].Small.Users,
        ["candidates"] = split.IsCandidate.Count(candidate => candidate),
        ["cold_candidates"] = split.IsCold.Count(cold => cold),
        ["seed"] = seed,
        ["cpu_seconds"] = Math.Round(cost.CpuSeconds, 1),
        ["peak_gigabytes"] = Math.Round(cost.PeakGigabytes, 2),
        ["models"] = results.Select(result => Model(result, results[0], seed)).ToArray(),
        ["weights"] = explained.Terms.Select((term, index) => (term.Name, Weight: Math.Round(explained.Weights[index], 4)))
            .ToDictionary(pair => pair.Name, pair => pair.Weight),
        ["explanations"] = new Dictionary<string, object?>
        {
            ["model"] = explained.Name,
            ["reasons"] = removal.Products,
            ["rank_falls"] = Number(removal.Fell),
            ["passed"] = Number(removal.Passed.Mean),
            ["passed_interval"] = Bounds(removal.Passed),
            ["learner_reasons"] = values?.Products,
            ["learner_rank_falls"] = values is null ? null : Number(values.Fell),
            ["learner_passed"] = values is null ? null : Number(values.Passed.Mean),
            ["learner_passed_interval"] = values is null ? null : Bounds(values.Passed),
        },
    };

    private static Dictionary<string, object?> Model(ModelResult result, ModelResult best, int seed)
    {
        var model = new Dictionary<string, object?> { ["model"] = result.Model };
        Add(model, result.Main);
        if (result != best)
        {
            // The same customers, so that what makes a customer easy or hard for all models cancels out.
            var lead = BootstrapInterval.Of([.. best.Main.NdcgPerUser.Zip(result.Main.NdcgPerUser, (first, second) => first - second)],
                seed);
            model["ndcg@20_behind_first"] = Number(lead.Mean);
            model["ndcg@20_behind_first_interval"] = Bounds(lead);
        }

        model["fit_seconds"] = Math.Round(result.FitSeconds, 1);
        model["score_seconds"] = Math.Round(result.ScoreSeconds, 1);
        model["cold"] = Group(result.Cold);
        model["one_or_two"] = Group(result.Small);
        return model;
    }

    private static Dictionary<string, object?> Group(GroupResult group)
    {
        var fields = new Dictionary<string, object?>();
        Add(fields, group);
        return fields;
    }

    private static void Add(Dictionary<string, object?> fields, GroupResult group)
    {
        fields["users"] = group.Users;
        foreach (var (name, interval) in new[] { ("ndcg@20", group.Ndcg), ("recall@20", group.Recall), ("hit@20", group.Hit),
            ("auc", group.Auc) })
        {
            fields[name] = Number(interval.Mean);
            fields[name + "_interval"] = Bounds(interval);
        }

        fields["coverage"] = Number(group.Coverage);
        fields["popularity_rank"] = Number(group.PopularityRank);
    }

    private static double?[] Bounds(BootstrapInterval interval) => [Number(interval.Low), Number(interval.High)];

    private static double? Number(double value) => double.IsNaN(value) ? null : Math.Round(value, 5);
}
