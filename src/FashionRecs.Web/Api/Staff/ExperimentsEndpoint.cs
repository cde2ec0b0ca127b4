using System.ComponentModel;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Research;
using FashionRecs.Application.Shop;
using FashionRecs.Experiments.Results;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;
using FashionRecs.Web.Research.Results;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Experiments and their results, computed as the researchers' page computes them.</summary>
internal static class ExperimentsEndpoint
{
    public static void MapExperiments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/experiments", ListAsync).ForServers(ApiScopes.Experiments).WithSummary("All experiments").WithTags("experiments")
            .WithName("experiments").Produces<ExperimentsAnswer>();
        api.MapGet("/experiments/assignments", AssignAsync).ForServers(ApiScopes.Experiments)
            .WithSummary("The arms that a shopper is in now; nothing is logged by asking").WithTags("experiments")
            .WithName("assignments").Produces<AssignmentsAnswer>();
        api.MapGet("/experiments/{key}/results", ResultsAsync).ForServers(ApiScopes.Experiments)
            .WithSummary("Results of one phase, each with its number of units and an interval").WithTags("experiments")
            .WithName("experimentResults").Produces<ResultsAnswer>();
    }

    private static async Task<IResult> AssignAsync([Description("The shopper.")] string? shopper, HttpContext context, ShopService shop,
        ShopperArms arms)
    {
        var id = ApiCaller.Of(context).Shopper(shopper);
        var opened = await shop.OpenAsync(id, context.RequestAborted);
        var taking = opened.Shopper.SameForEverybody ? [] : await arms.OfAsync(ChosenViews.UnitOf(id, opened.Shopper), opened, null);
        return Results.Ok(new AssignmentsAnswer(id, [.. taking.Select(arm => new AssignmentAnswer(
            arm.Experiment.Key, arm.Phase.Number, arm.Arm.Key, arm.View.Code,
            JsonNamingPolicy.CamelCase.ConvertName(arm.Arm.Ranking.ToString()),
            JsonNamingPolicy.CamelCase.ConvertName(arm.Experiment.Design.Surface.ToString())))]));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IExperimentStore experiments) => Results.Ok(new ExperimentsAnswer(
        [.. (await experiments.AllAsync(context.RequestAborted)).Select(entry => new ExperimentAnswer(
            entry.Experiment.Key, entry.Experiment.Design.Hypothesis, entry.Experiment.State.ToString().ToLowerInvariant(),
            entry.Experiment.Phases.Count))]));

    private static async Task<IResult> ResultsAsync(
        [Description("Key of the experiment.")] string key, [Description("Number of the phase; the last without.")] int? phase,
        HttpContext context, ExperimentReader reader)
    {
        var record = await reader.ReadAsync(key, phase, context.RequestAborted)
            ?? throw ApiRefusedException.Missing("There is no such experiment.");
        if (record.Phase is null)
        {
            throw ApiRefusedException.Missing(record.Experiment is { Phases.Count: > 0, Design.ComparesArms: false }
                ? "The experiment compares no arms; its results are on the research pages."
                : phase is null ? "The experiment has not been started." : "The experiment has no such phase.");
        }

        var results = new ExperimentAnalysis(record).Results();
        return Results.Ok(new ResultsAnswer(
            key, results.Phase, results.Conclusion, [.. results.Health.Select(finding => finding.Text)], Of(results.Primary),
            [.. results.Guardrails.Select(Of)], [.. results.Others.Select(Of)],
            results.Notes));
    }

    private static MetricAnswer Of(MetricResult result) => new(result.Metric.Key, [.. result.Arms.Select(arm => new ArmAnswer(
        arm.Arm, arm.Units, Finite(arm.Mean), Finite(arm.Comparison?.Effect), Finite(arm.CorrectedLow ?? arm.Comparison?.Low),
        Finite(arm.CorrectedHigh ?? arm.Comparison?.High), arm.IsSure, arm.NotYet))]);

    /// <summary>JSON has no infinity.</summary>
    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;
}

/// <summary>All experiments.</summary>
/// <param name="Experiments">By key.</param>
internal sealed record ExperimentsAnswer(IReadOnlyList<ExperimentAnswer> Experiments);

/// <summary>An experiment.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Hypothesis">What it asks.</param>
/// <param name="State">How far it is.</param>
/// <param name="Phases">How many phases there are.</param>
internal sealed record ExperimentAnswer(string Key, string Hypothesis, string State, int Phases);

/// <summary>Results of a phase.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Conclusion">In words.</param>
/// <param name="Health">What was found wrong with the data, and what was looked at.</param>
/// <param name="Primary">The metric that decides.</param>
/// <param name="Guardrails">What must not get worse.</param>
/// <param name="Others">For ideas, not for proof.</param>
/// <param name="Notes">What must be known to read them.</param>
internal sealed record ResultsAnswer(
    string Experiment, int Phase, string Conclusion, IReadOnlyList<string> Health, MetricAnswer Primary,
    IReadOnlyList<MetricAnswer> Guardrails, IReadOnlyList<MetricAnswer> Others,
    IReadOnlyList<string> Notes);

/// <summary>A metric.</summary>
/// <param name="Metric">Its key.</param>
/// <param name="Arms">The control first.</param>
internal sealed record MetricAnswer(string Metric, IReadOnlyList<ArmAnswer> Arms);

/// <summary>A metric in one arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Units">Shoppers.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Effect">The difference to the control; null for the control and where there is not enough data.</param>
/// <param name="Low">Lower end of its interval, corrected for all that is compared.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Sure">Whether it differs after the correction.</param>
/// <param name="NotYet">Why nothing is compared; null where it is.</param>
internal sealed record ArmAnswer(string Arm, long Units, double? Mean, double? Effect, double? Low, double? High, bool Sure,
    string? NotYet);

/// <summary>What a shopper takes part in.</summary>
/// <param name="Shopper">The shopper's number.</param>
/// <param name="Assignments">One for each running experiment that they are in.</param>
internal sealed record AssignmentsAnswer(Guid Shopper, IReadOnlyList<AssignmentAnswer> Assignments);

/// <summary>The arm of a shopper in an experiment.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Phase">Number of its phase.</param>
/// <param name="Arm">The arm.</param>
/// <param name="View">Code of the view that explains.</param>
/// <param name="Ranking">asTheShop, withoutVariety, withoutExploration or byScoreAlone.</param>
/// <param name="Surface">Where it decides: everywhere, cards or productPage.</param>
internal sealed record AssignmentAnswer(string Experiment, int Phase, string Arm, string View, string Ranking, string Surface);
