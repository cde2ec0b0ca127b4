using System.Runtime.CompilerServices;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Looks through what was handed in and says of every row or file what would happen. Keeps the pictures; the shop stays as it is.
/// </summary>
public sealed class CatalogImportReader(ICatalogStore catalog, PictureStore pictures, IPictureInspector inspector)
{
    /// <summary>Judges everything, one by one, in the order of the list or of the files.</summary>
    /// <param name="import">The import that the items belong to.</param>
    /// <param name="source">What was handed in.</param>
    /// <param name="fingerprint">Of the weights in use: a product whose reading is older counts as changed.</param>
    /// <param name="cancellation">Stops between files.</param>
    public IAsyncEnumerable<CatalogImportItem> ReadAsync(
        Guid import, CatalogImportSource source, string fingerprint, CancellationToken cancellation = default) =>
        ReadAsync(import, source, fingerprint, keep: true, cancellation);

    /// <summary>Judges everything in the same way, but keeps no picture.</summary>
    /// <inheritdoc cref="ReadAsync(Guid, CatalogImportSource, string, CancellationToken)"/>
    public IAsyncEnumerable<CatalogImportItem> PreviewAsync(CatalogImportSource source, string fingerprint,
        CancellationToken cancellation = default) =>
        ReadAsync(Guid.Empty, source, fingerprint, keep: false, cancellation);

    private async IAsyncEnumerable<CatalogImportItem> ReadAsync(
        Guid import, CatalogImportSource source, string fingerprint, bool keep, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = 0;
        if (source.Rows is null)
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in source.Files)
            {
                var id = Path.GetFileNameWithoutExtension(file.Name);
                var reason = file.Refused ?? (
                    id.Length == 0 ? "its name is empty"
                    : seen.TryGetValue(id, out var twin) ? $"the product '{id}' stands in {twin} too"
                    : null);
                if (file.Refused is null)
                {
                    seen.TryAdd(id, file.Name);
                }

                var facts = (await catalog.TryFindAsync(id, cancellation))?.Product is { } known
                    ? FactsOf(known)
                    : new ProductFacts(id, id, "", "", "", "", "", null, "");
                var item = new CatalogImportItem(import, position++, file.Name, CatalogImportOutcome.New) { ProductId = id };
                yield return await JudgeAsync(item, facts, file, reason, fingerprint, keep, cancellation);
            }

            yield break;
        }

        var byName = source.Files.GroupBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        // A list often says "a.jpg" where the archive says "pictures/a.jpg".
        var byEnd = source.Files.GroupBy(file => Path.GetFileName(file.Name), StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in source.Rows)
        {
            var file = byName.GetValueOrDefault(row.Image.Replace('\\', '/')) ?? byEnd.GetValueOrDefault(Path.GetFileName(row.Image));
            used.Add(file?.Name ?? "");
            var reason = row.Refused ?? file?.Refused ?? (file is null ? $"there is no image '{row.Image}'" : null);
            var item = new CatalogImportItem(import, position++, $"line {row.Line}, product '{row.Facts.Id}'", CatalogImportOutcome.New)
            {
                ProductId = row.Facts.Id,
            };
            yield return await JudgeAsync(item, row.Facts, file, reason, fingerprint, keep, cancellation);
        }

        foreach (var file in source.Files.Where(file => !used.Contains(file.Name)))
        {
            yield return new CatalogImportItem(import, position++, file.Name, CatalogImportOutcome.New)
                .Refuse(file.Refused ?? "the list does not name it");
        }
    }

    private async Task<CatalogImportItem> JudgeAsync(
        CatalogImportItem item, ProductFacts facts, CatalogImportFile? file, string? reason, string fingerprint, bool keep,
        CancellationToken cancellation)
    {
        if (reason is not null || file is null)
        {
            return item.Refuse(reason ?? "there is no file");
        }

        try
        {
            var bytes = await file.ReadAsync(cancellation);
            var (width, height) = inspector.Inspect(bytes);
            var picture = keep ? await pictures.SaveAsync(bytes, cancellation) : PictureStore.NameOf(bytes);
            item = item with { Facts = facts, Width = width, Height = height, Picture = picture };
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
        {
            return item.Refuse(exception.Message);
        }

        var known = await catalog.TryFindAsync(facts.Id, cancellation);
        return item with
        {
            Outcome = known is null ? CatalogImportOutcome.New
                : IsSame(known, facts, item.Picture, fingerprint) ? CatalogImportOutcome.Same
                : CatalogImportOutcome.Changed,
        };
    }

    private static bool IsSame(CatalogItem known, ProductFacts facts, string picture, string fingerprint) =>
        known.Product == facts.With(picture, known.Product.PictureWidth, known.Product.PictureHeight)
        && known.Predicted?.Fingerprint == fingerprint;

    private static ProductFacts FactsOf(Product product) => new(
        product.Id, product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern, product.Price,
        product.Description);
}
