using FashionRecs.Application.Catalog.Editing;

namespace FashionRecs.Application.CatalogImport;

/// <summary>What taking an import back would do.</summary>
/// <param name="Added">Products that it added; they are withdrawn or deleted.</param>
/// <param name="Changed">Products that it changed; they get their former fields back.</param>
/// <param name="Trouble">Why it cannot be taken back, in one sentence; null where it can.</param>
public sealed record TakeBackPreview(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, string? Trouble);

/// <summary>
/// Takes a finished import back as a whole. It may be killed at any moment and done again. Safe to share between threads.
/// </summary>
public sealed class CatalogImportTakeBack(ICatalogImportStore imports, IProductStore products, ProductEditing editing)
{
    /// <summary>Products that stay are named to this number; the rest is counted.</summary>
    private const int Named = 5;

    /// <summary>Works out what would happen, without doing it.</summary>
    public async Task<TakeBackPreview> PreviewAsync(Guid import, CancellationToken cancellation = default)
    {
        var summary = await imports.TryFindAsync(import, cancellation);
        if (summary?.State != CatalogImportState.Done)
        {
            return new TakeBackPreview([], [],
                summary?.State == CatalogImportState.TakenBack
                ? "It was taken back already." : "Only an import that is in the shop can be taken back.");
        }

        var done = await products.OfActAsync(import, cancellation);
        string[] added = [.. done.Where(change => change.Act.Kind == ProductChangeKind.Added).Select(change => change.Product)];
        string[] changed = [.. done.Where(change => change.Act.Kind == ProductChangeKind.Imported).Select(change => change.Product)
            .Except(added)];
        var trouble = done.Count > 0 ? null
            : summary.ToRead > 0 ? "It changed nothing that can be given back: it was made before the shop kept what products were like before, or it only had their pictures read anew."
            : "It changed nothing.";
        return new TakeBackPreview(added, changed, trouble);
    }

    /// <summary>Takes it back; what has to stay as it is, and why, is kept with the import.</summary>
    /// <param name="import">The import.</param>
    /// <param name="person">Who.</param>
    /// <param name="deletes">Whether products that it added are deleted for good; else they are withdrawn.</param>
    /// <param name="cancellation">Stops between its steps.</param>
    /// <exception cref="InvalidDataException">It cannot be taken back; one sentence says why.</exception>
    public async Task<TakeBackOutcome> ApplyAsync(Guid import, string person, bool deletes, CancellationToken cancellation = default)
    {
        var preview = await PreviewAsync(import, cancellation);
        if (preview.Trouble is { } trouble)
        {
            throw new InvalidDataException(trouble);
        }

        var outcome = await editing.TakeBackAsync(person, import, cancellation);
        if (deletes)
        {
            await editing.DeleteAsync(person, [.. preview.Added], cancellation);
            var gone = preview.Added.ToHashSet(StringComparer.Ordinal);
            outcome = outcome with { Kept = [.. outcome.Kept.Where(kept => !gone.Contains(kept.Product))] };
        }

        var named = string.Join("; ", outcome.Kept.Take(Named).Select(kept => $"“{kept.Product}”: {kept.Why}"));
        var rest = outcome.Kept.Count > Named ? $", and {outcome.Kept.Count - Named} more" : "";
        await imports.MoveAsync(import, CatalogImportState.TakenBack, [CatalogImportState.Done],
            outcome.Kept.Count == 0 ? null : $"Not all could be given back. {named}{rest}.", cancellation);
        return outcome;
    }
}
