using FashionRecs.Core.Experiments.Logging;
using FashionRecs.Storage.Impressions;
using FashionRecs.Storage.Shoppers;

namespace FashionRecs.Storage.Shop;

/// <summary>All that is stored about a shopper, fit for JSON.</summary>
public sealed record ShopperExport(
    Guid Shopper, IReadOnlyList<ShopperEvent> Events, IReadOnlyList<Impression> Shown, IReadOnlyList<ExportedWeight> Weights)
{
    /// <summary>The experiments the shopper took part in, and what was logged of it.</summary>
    public IReadOnlyList<ExportedExposure> Experiments { get; init; } = [];
}

/// <summary>That a shopper saw an arm of an experiment, fit for JSON. Whether a reason was a placebo is for researchers only.</summary>
public sealed record ExportedExposure(
    string Experiment, string Arm, DateTimeOffset At, string Product, int Position, string? Reason, IReadOnlyList<Outcome> Outcomes);

/// <summary>A learned weight, fit for JSON.</summary>
public sealed record ExportedWeight(string Value, double Weight, double Deviation);
