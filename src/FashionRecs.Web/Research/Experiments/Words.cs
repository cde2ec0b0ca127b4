using System.Globalization;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Experiments;

/// <summary>What the pages call things.</summary>
public static class Words
{
    /// <summary>Name of a view.</summary>
    public static string Of(ExplanationView? view) => view?.Name ?? "No view yet";

    /// <summary>Name of a state.</summary>
    public static string Of(ExperimentState state) => state switch
    {
        ExperimentState.Draft => "Draft",
        ExperimentState.Review => "In review",
        ExperimentState.Running => "Running",
        ExperimentState.Stopped => "Stopped",
        _ => "Archived",
    };

    /// <summary>Name of a part of a design.</summary>
    public static string Of(DesignPart part) => part switch
    {
        DesignPart.Place => "Place and audience",
        DesignPart.Participants => "Participants and tasks",
        DesignPart.Questions => "Questions and analysis",
        _ => part.ToString(),
    };

    /// <summary>Name of a surface.</summary>
    public static string Of(ExplanationSurface surface) => surface switch
    {
        ExplanationSurface.Cards => "Cards in lists",
        ExplanationSurface.ProductPage => "Product pages",
        _ => "Cards and product pages",
    };

    /// <summary>Name of an audience.</summary>
    public static string Of(Audience audience) => audience switch
    {
        Audience.KnownBefore => "Shoppers known before the start",
        Audience.NewSinceStart => "Shoppers new since the start",
        Audience.SignedIn => "Signed-in shoppers",
        Audience.Anonymous => "Anonymous shoppers",
        _ => "Everybody",
    };

    /// <summary>Name of a metric by its key.</summary>
    public static string Metric(string key) =>
        StandardMetrics.All.FirstOrDefault(metric => metric.Key == key)?.Name ?? (key.Length == 0 ? "none yet" : key);

    /// <summary>Name of a way to spend alpha.</summary>
    public static string Of(AlphaSpending spending) => spending switch
    {
        AlphaSpending.OBrienFleming => "O'Brien–Fleming-like: hard to stop early, nearly all alpha at the end",
        AlphaSpending.Pocock => "Pocock-like: about the same bound at each look",
        AlphaSpending.Quadratic => "alpha · t², between the two",
    };

    /// <summary>How an interval is to be read, for example "95 %, valid at every look (tuning 5000)".</summary>
    public static string Of(ComparisonSettings settings) => $"{Percent(1 - settings.Alpha)}, "
        + settings switch
        {
            { Group: { } plan } => $"at {plan.Looks} planned looks (alpha spending, {Of(plan.Spending).Split(':')[0]})",
            { Sequential: true } => FormattableString.Invariant($"valid at every look (tuning {settings.Tuning:0})"),
            _ => "for one look at the end",
        };

    /// <summary>A margin of a metric, for example "5 %" of the control's mean, or "0.2" in its unit.</summary>
    public static string Margin(string key, double margin) =>
        StandardMetrics.All.FirstOrDefault(metric => metric.Key == key)?.Difference == DifferenceKind.Relative
            ? Percent(margin) : margin.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Name of a question by the kind of its answer.</summary>
    public static string Question(OutcomeKind answer) => answer switch
    {
        OutcomeKind.Trust => "Trust",
        OutcomeKind.Transparency => "Understanding why",
        OutcomeKind.LikingBefore => "Liking before seeing the product",
        OutcomeKind.LikingAfter => "Liking after seeing the product",
        OutcomeKind.RegionAgreement => "Whether the marked region is right",
        _ => answer.Word(),
    };

    /// <summary>A share as percent, for example "33.3 %".</summary>
    public static string Percent(double share) => Phrases.Kept(FormattableString.Invariant($"{100 * share:0.##} %"));
}
