using FashionRecs.Storage.Impressions;
using FashionRecs.Storage.Shoppers;

namespace FashionRecs.Storage.Shop;

/// <summary>All that is stored about a shopper, fit for JSON.</summary>
public sealed record ShopperExport(
    Guid Shopper, IReadOnlyList<ShopperEvent> Events, IReadOnlyList<Impression> Shown, IReadOnlyList<ExportedWeight> Weights);

/// <summary>A learned weight, fit for JSON.</summary>
public sealed record ExportedWeight(string Value, double Weight, double Deviation);
