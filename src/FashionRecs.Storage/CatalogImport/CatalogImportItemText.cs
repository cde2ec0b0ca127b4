using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Attributes;
using FashionRecs.Storage.Catalog;

namespace FashionRecs.Storage.CatalogImport;

/// <summary>Turns items of imports into rows and back. Safe to share between threads.</summary>
internal sealed class CatalogImportItemText(AttributeVocabulary vocabulary)
{
    private readonly ReadingsBlob readings = new(vocabulary);

    public CatalogImportItemRow Write(CatalogImportItem item) => new()
    {
        ImportId = item.Import,
        Position = item.Position,
        Source = item.Source,
        Outcome = item.Outcome.ToString(),
        Reason = item.Reason,
        ProductId = item.ProductId,
        Facts = item.Facts is null ? null : JsonSerializer.Serialize(item.Facts),
        Picture = item.Picture,
        Width = item.Width,
        Height = item.Height,
        Tags = item.Predicted is null ? null : readings.Write(item.Predicted),
        Fingerprint = item.Predicted?.Fingerprint,
    };

    /// <summary>The item of a row; without a reading where that belongs to another vocabulary.</summary>
    public CatalogImportItem Read(CatalogImportItemRow row) =>
        new(row.ImportId, row.Position, row.Source, Enum.Parse<CatalogImportOutcome>(row.Outcome))
    {
        Reason = row.Reason,
        ProductId = row.ProductId,
        Facts = row.Facts is null ? null : JsonSerializer.Deserialize<ProductFacts>(row.Facts),
        Picture = row.Picture,
        Width = row.Width,
        Height = row.Height,
        Predicted = row is { Fingerprint: { } fingerprint, Tags: { } tags } ? readings.TryRead(fingerprint, tags) : null,
    };
}
