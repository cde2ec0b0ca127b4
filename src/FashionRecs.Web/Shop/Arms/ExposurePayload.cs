using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>What one place of a page showed, as it is written down when it was really on screen.</summary>
/// <param name="Experiment">Key of the experiment.</param>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Unit">The shopper.</param>
/// <param name="Product">The product that was explained.</param>
/// <param name="Position">Its place on the page, 1 for the first.</param>
/// <param name="Reason">Code of the first reason that was named or marked; null where nothing was explained.</param>
/// <param name="Region">The marked region; null where none was.</param>
/// <param name="Part">The part of the picture where the region lies.</param>
/// <param name="IsPlacebo">Whether the reason was drawn at random.</param>
/// <param name="Exposes">Whether the place shows the arm's view; else it only tells what the shopper went on to do.</param>
/// <param name="Shown">The view that was really shown; null in tokens from before it was written down by its code.</param>
public sealed record ExposurePayload(
    string Experiment, int Phase, string Arm, string Unit, string Product, int Position, string? Reason, PixelBox? Region, string? Part,
    bool IsPlacebo, bool Exposes,
    ExplanationView? Shown = null)
{
    /// <summary>
    /// Exposures of the shopper's other experiments, for which it tells what the shopper went on to do, as a place that shows no arm does
    /// for one alone.
    /// </summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Code of the best reason that there was, whatever the view made of it; null where there was none.</summary>
    public string? Available { get; init; }

    /// <summary>Code of the ranking that picked the product, where two are interleaved; null anywhere else.</summary>
    public string? Ranking { get; init; }

    /// <summary>When the page was drawn; null in tokens from before it was written down, which count for nothing.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The exposure that this would be.</summary>
    public Exposure ToExposure(DateTimeOffset at, IReadOnlyDictionary<string, string> segments) =>
        new(Experiment, Phase, Unit, Arm, at, Product, Position, Reason, Region, IsPlacebo) { View = Shown, AvailableReason = Available,
            Segments = segments };
}
