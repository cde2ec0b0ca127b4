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
        ValueRemoval? values, IReadOnlyDictionary<string, ReasonRemoval> others, IReadOnlyList<KnockOut> knockOuts,
        (double CpuSeconds, double PeakGigabytes) cost, int seed) => new Dictionary<string, object>
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
        ["knock_outs"] = knockOuts.Select(knockOut => new Dictionary<string, object?>
        {
            ["share"] = knockOut.Share,
            ["ndcg@20_falls"] = Number(knockOut.Fall.Mean),
            ["ndcg@20_falls_interval"] = Bounds(knockOut.Fall),
        }).ToArray(),
        ["reasons_of_others"] = others.ToDictionary(pair => pair.Key, pair => new Dictionary<string, object?>
        {
            ["reasons"] = pair.Value.Products,
            ["rank_falls"] = Number(pair.Value.Fell),
            ["passed"] = Number(pair.Value.Passed.Mean),
            ["passed_interval"] = Bounds(pair.Value.Passed),
            ["true"] = Number(pair.Value.True.Mean),
            ["true_interval"] = Bounds(pair.Value.True),
        }),
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
            var lead = RecommendationTable.Lead(best.Main, result.Main, seed);
            var cold = RecommendationTable.Lead(best.Cold, result.Cold, seed);
            model["ndcg@20_behind_first"] = Number(lead.Mean);
            model["ndcg@20_behind_first_interval"] = Bounds(lead);
            model["cold_ndcg@20_behind_first"] = Number(cold.Mean);
            model["cold_ndcg@20_behind_first_interval"] = Bounds(cold);
        }

        model["fit_seconds"] = Math.Round(result.FitSeconds, 1);
        model["kept_megabytes"] = Math.Round(result.KeptMegabytes, 1);
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
        fields["novelty_bits"] = Number(group.Novelty.Mean);
        fields["novelty_bits_interval"] = Bounds(group.Novelty);
        fields["type_divergence_bits"] = Number(group.Calibration.Mean);
        fields["type_divergence_bits_interval"] = Bounds(group.Calibration);
    }

    private static double?[] Bounds(BootstrapInterval interval) => [Number(interval.Low), Number(interval.High)];

    private static double? Number(double value) => double.IsNaN(value) ? null : Math.Round(value, 5);
}
