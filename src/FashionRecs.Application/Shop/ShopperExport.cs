using System.Text.Json;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Catalog;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Application.Shop;

/// <summary>All that is stored about a shopper, fit for JSON.</summary>
/// <param name="Shopper">Who.</param>
/// <param name="Events">All that was done, oldest first; what was undone, too, with its mark.</param>
/// <param name="Shown">The lists that were on the screen.</param>
/// <param name="Weights">What was learned.</param>
public sealed record ShopperExport(
    Guid Shopper, IAsyncEnumerable<ExportedEvent> Events, IReadOnlyList<Impression> Shown, IReadOnlyList<ExportedWeight> Weights)
{
    /// <summary>The experiments the shopper took part in, and what was logged of it.</summary>
    public IReadOnlyList<ExportedExposure> Experiments { get; init; } = [];
}

/// <summary>One stored act of a shopper, fit for JSON.</summary>
/// <param name="Id">The act's number.</param>
/// <param name="Signal">What was done; "undo" for taking an earlier act back.</param>
/// <param name="ProductId">The product, or null.</param>
/// <param name="Value">The value it was about, as <c>attribute:value</c>, or null.</param>
/// <param name="Position">Zero-based position of the product in its list, or null.</param>
/// <param name="Weight">The weight that was set by hand, or null.</param>
/// <param name="Impression">The list, or null.</param>
/// <param name="At">When.</param>
/// <param name="Undone">Whether it was taken back later, so that nothing is learned from it any more.</param>
/// <param name="Undoes">The act that this one took back, or null.</param>
/// <param name="Item">What was learned of the product: how much in [0, 1] it had of each value then, by <c>attribute:value</c>; or
/// null.</param>
public sealed record ExportedEvent(
    Guid Id, string Signal, string? ProductId, string? Value, int? Position, double? Weight, Guid? Impression, DateTimeOffset At,
    bool Undone, Guid? Undoes,
    IReadOnlyDictionary<string, double>? Item)
{
    /// <summary>Name and version of the vocabulary whose words it uses; null where it uses none.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>All acts of a shopper.</summary>
    internal static IAsyncEnumerable<ExportedEvent> Of(IAsyncEnumerable<LoggedEvent> log, IReadOnlySet<Guid> undone) =>
        log.Select(row => new ExportedEvent(
            row.Id, JsonNamingPolicy.CamelCase.ConvertName(row.Signal), row.ProductId, row.Value, row.Position,
            row.Weight, row.Impression, row.At, undone.Contains(row.Id), row.Undoes,
            row.Amounts?.ToDictionary(pair => pair.Key, pair => pair.Value / (double)ItemVector.Scale)) { Vocabulary = row.Vocabulary });
}

/// <summary>That a shopper saw an arm of an experiment, fit for JSON. Whether a reason was a placebo is for researchers only.</summary>
public sealed record ExportedExposure(
    string Experiment, string Arm, DateTimeOffset At, string Product, int Position, string? Reason, IReadOnlyList<Outcome> Outcomes);

/// <summary>A learned weight, fit for JSON.</summary>
public sealed record ExportedWeight(string Value, double Weight, double Deviation);
