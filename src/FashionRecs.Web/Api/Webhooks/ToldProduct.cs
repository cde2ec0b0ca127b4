using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>What webhooks were told of a product. Immutable.</summary>
/// <param name="Weights">Fingerprint of the network that read its picture.</param>
/// <param name="Picture">The picture that was read.</param>
/// <param name="Readings">By attribute, what can be said; null where nothing can.</param>
internal sealed record ToldProduct(string Weights, string Picture, IReadOnlyDictionary<string, string?> Readings)
{
    public static ToldProduct Of(CatalogItem item) => new(
        item.Predicted!.Fingerprint, item.Product.Picture,
        item.Readings.ToDictionary(reading => reading.Attribute.Code, reading => reading.Statement?.FullCode));

    /// <summary>What is held true now and was not, or the other way round.</summary>
    public IReadOnlyList<ChangedReadingText> Changed(ToldProduct after) =>
        [.. after.Readings.Keys.Union(Readings.Keys).Order(StringComparer.Ordinal)
            .Select(code => new ChangedReadingText(code, Readings.GetValueOrDefault(code), after.Readings.GetValueOrDefault(code)))
            .Where(change => change.Before != change.Now)];
}
