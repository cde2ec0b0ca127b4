using System.Runtime.CompilerServices;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Names;
using FashionRecs.Application.CatalogImport.Texts;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Looks through what was handed in and says of every row or file what would happen. Keeps the pictures; the shop stays as it is.
/// </summary>
public sealed class CatalogImportReader(ICatalogStore catalog, PictureStore pictures, IPictureInspector inspector)
{
    /// <summary>Further pictures of a product that are kept; more nobody looks at.</summary>
    private const int MostPictures = 8;

    private const int LongestName = 200;

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
        var items = source.List is null
            ? PicturesAsync(import, source, fingerprint, keep, cancellation)
            : ListAsync(import, source, source.List, fingerprint, keep, cancellation);
        var position = 0;
        await foreach (var item in items)
        {
            yield return item with { Position = position++ };
        }
    }

    /// <summary>Pictures without a list: each is a product that is called as its file.</summary>
    private async IAsyncEnumerable<CatalogImportItem> PicturesAsync(
        Guid import, CatalogImportSource source, string fingerprint, bool keep, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in source.Files)
        {
            var id = Path.GetFileNameWithoutExtension(file.Name);
            var reason = file.Refused ?? (
                id.Length == 0 ? "its name is empty"
                : id.Length > LongestName ? $"its name is longer than {LongestName} letters"
                : ProductIds.Trouble(id) ?? (seen.TryGetValue(id, out var twin) ? $"the product '{id}' stands in {twin} too" : null));
            var facts = (await catalog.TryFindAnyAsync(id, cancellation))?.Product is { } known
                ? FactsOf(known)
                : new ProductFacts(id, MarkupText.OneLine(id), "", "", "", "", "", null, "");
            var item = new CatalogImportItem(import, 0, file.Name, CatalogImportOutcome.New) { ProductId = id };
            item = await JudgeAsync(item, facts, file, reason, fingerprint, keep, cancellation);
            if (item.Outcome != CatalogImportOutcome.Refused)
            {
                // Only what can be used stands in the way of another file of the same name.
                seen.TryAdd(id, file.Name);
            }

            yield return item;
        }
    }

    private async IAsyncEnumerable<CatalogImportItem> ListAsync(
        Guid import, CatalogImportSource source, ProductList list, string fingerprint, bool keep,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in list.Rows())
        {
            var id = row.Facts.Id.Length <= LongestName ? row.Facts.Id : row.Facts.Id[..LongestName] + "…";
            var match = row.Image.Length == 0 ? null : source.Find(row.Image);
            if (source.Files.Count > 0 && match?.File is { } found)
            {
                used.Add(found.Name);
            }

            PictureMatch[] further = [.. row.MorePictures.Take(MostPictures).Select(source.Find)];
            if (source.Files.Count > 0)
            {
                used.UnionWith(further.Select(other => other.File?.Name).OfType<string>());
            }

            var item = new CatalogImportItem(import, 0, $"line {row.Line}, product '{id}'", CatalogImportOutcome.New) { ProductId = id,
                Reason = row.Note };
            var refused = row.Refused ?? match?.Refused ?? match?.File?.Refused;
            var facts = row.Facts;
            if (refused is null && further.Length > 0)
            {
                (var more, item) = await FurtherAsync(item, further, keep, cancellation);
                facts = facts with { MorePictures = more };
            }

            yield return await JudgeAsync(item, facts, match?.File, refused, fingerprint, keep, cancellation);
        }

        foreach (var file in source.Files.Where(file => !used.Contains(file.Name)))
        {
            yield return new CatalogImportItem(import, 0, file.Name, CatalogImportOutcome.New).Refuse(
                file.Refused ?? "the list does not name it");
        }
    }

    /// <summary>Keeps further pictures, which nothing reads; one that cannot be used is no trouble for its product.</summary>
    /// <returns>Their names as <see cref="Product.MorePictures"/>, and the item with what a person should know.</returns>
    private async Task<(string Names, CatalogImportItem Item)> FurtherAsync(
        CatalogImportItem item, IReadOnlyList<PictureMatch> further, bool keep, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var match in further)
        {
            try
            {
                var file = match is { Refused: null, File: { Refused: null } found } ? found
                    : throw new InvalidDataException(match.Refused ?? match.File?.Refused ?? "there is no file");
                var bytes = inspector.Inspect(await file.ReadAsync(cancellation)).Bytes;
                names.Add(keep ? await pictures.SaveAsync(bytes, cancellation) : PictureStore.NameOf(bytes.Span));
            }
            catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
            {
                item = item.Remark($"without one further picture: {exception.Message}");
            }
        }

        return (string.Join(' ', names.Distinct(StringComparer.Ordinal)), item);
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
            var inspected = inspector.Inspect(bytes);
            var picture = keep ? await pictures.SaveAsync(inspected.Bytes, cancellation) : PictureStore.NameOf(inspected.Bytes.Span);
            item = item with
            {
                Facts = facts, Width = inspected.Width, Height = inspected.Height, Picture = picture,
                Reason = inspected.IsBlank ? item.Remark($"{GarmentPresence.Missing}: it is all of one colour").Reason : item.Reason,
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
        {
            return item.Refuse(exception.Message);
        }

        var known = await catalog.TryFindAnyAsync(facts.Id, cancellation);
        return (known is { IsWithdrawn: true } ? item.Remark("it is withdrawn, and stays so until somebody brings it back") : item) with
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
        product.Description)
    {
        Link = product.Link, Availability = product.Availability, Sizes = product.Sizes, MorePictures = product.MorePictures,
    };
}
