using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>
/// Edits products, withdraws them, brings them back, deletes them and takes any of that back, each with an entry in their history. Pages,
/// programs and imports all go
/// through here. Safe to share between threads.
/// </summary>
public sealed class ProductEditing(IProductStore products, PictureStore pictures, IPictureInspector inspector)
{
    private const string Dropped = "The picture is another one, so what people said of the one before no longer counts.";

    /// <summary>Looks through a picture as an import does, keeps it, and lets the network read it. No product has it yet.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; one sentence says why.</exception>
    public async Task<NewPicture> TakeInAsync(ReadOnlyMemory<byte> encoded, IPictureProjector projector,
        CancellationToken cancellation = default)
    {
        var inspected = inspector.Inspect(encoded);
        var read = await projector.ProjectAsync(inspected.Bytes, cancellation);
        var name = await pictures.SaveAsync(inspected.Bytes, cancellation);
        return new NewPicture(name, read.Width, read.Height, new PredictedTags(projector.Fingerprint, read.Attributes), inspected.IsBlank);
    }

    /// <summary>Saves what a person made of a product. Where somebody changed it since, nothing is saved and they are told what.</summary>
    /// <param name="person">Who.</param>
    /// <param name="before">The product as the person saw it; null to go by what it is now.</param>
    /// <param name="edit">Makes the product as it shall be out of the one as it is.</param>
    /// <param name="picture">Its new picture, or null where that stays.</param>
    /// <param name="id">The product.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="InvalidDataException">It may not be so; one sentence says why.</exception>
    public async Task<EditOutcome> SaveAsync(
        string person, string id, Product? before, Func<Product, Product> edit, NewPicture? picture = null,
        CancellationToken cancellation = default)
    {
        var (now, meanwhile) = ((Product?)null, (IReadOnlyList<FieldChange>)[]);
        var act = ProductAct.New(person, ProductChangeKind.Edited, picture is null ? null : Dropped);
        var changes = await products.ChangeAsync(act, [id], stored =>
        {
            now = stored.Product;
            meanwhile = before is null ? [] : ProductField.Compare(before, stored.Product);
            if (meanwhile.Count > 0)
            {
                return null;
            }

            now = edit(stored.Product) with { Id = id };
            if (picture is not null)
            {
                now = now with { Picture = picture.Name, PictureWidth = picture.Width, PictureHeight = picture.Height };
            }

            var isOther = picture is not null && picture.Name != stored.Product.Picture;
            return ProductRules.Broken(now) is { } broken ? throw new InvalidDataException(broken)
                : stored with { Product = now, Reading = isOther ? picture!.Reading : null, DropsReviews = isOther };
        }, cancellation);
        var who = meanwhile.Count == 0 ? null : (await products.HistoryAsync(id, cancellation)).FirstOrDefault()?.Act.Person;
        return new EditOutcome(now, changes.Count > 0 ? act.Id : null, meanwhile, who);
    }

    /// <summary>
    /// Saves what was made of many products in one step: those that may be so are saved, each of the others is named with its place.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="edits">The products, each with what makes it as it shall be.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<IReadOnlyList<RefusedEdit>> SaveAllAsync(
        string person, IReadOnlyList<(string Id, Func<Product, Product> Edit)> edits, CancellationToken cancellation = default)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var refused = new SortedDictionary<int, string>();
        foreach (var (index, edit) in edits.Index())
        {
            if (!places.TryAdd(edit.Id, index))
            {
                refused[index] = "The product stands further up already.";
            }
        }

        var missing = new HashSet<string>(places.Keys, StringComparer.Ordinal);
        await products.ChangeAsync(ProductAct.New(person, ProductChangeKind.Edited), places.Keys, stored =>
        {
            var id = stored.Product.Id;
            missing.Remove(id);
            var product = edits[places[id]].Edit(stored.Product) with { Id = id };
            if ((stored.IsWithdrawn ? "It is withdrawn; bring it back first." : ProductRules.Broken(product)) is not { } broken)
            {
                return stored with { Product = product };
            }

            refused[places[id]] = broken;
            return null;
        }, cancellation);
        foreach (var id in missing)
        {
            refused[places[id]] = "The shop has no such product; new ones come one by one with their pictures, or by a feed.";
        }

        return [.. refused.Select(pair => new RefusedEdit(pair.Key, edits[pair.Key].Id, pair.Value))];
    }

    /// <summary>Gives many products the same text in one field; returns the step, and how many it changed.</summary>
    /// <exception cref="InvalidDataException">They may not have it; one sentence says why. Nothing was changed.</exception>
    public Task<(Guid Act, int Changed)> SetAsync(
        string person, IReadOnlyCollection<string> ids, ProductField field, string text, CancellationToken cancellation = default) =>
        ChangeAsync(ProductAct.New(person, ProductChangeKind.Edited), ids, stored =>
        {
            var product = field.With(stored.Product, text.Trim());
            return ProductRules.Broken(product) is { } broken ? throw new InvalidDataException(broken) : stored with { Product = product };
        }, cancellation);

    /// <summary>Takes products out of every list; their pages say that they are no longer sold.</summary>
    public Task<(Guid Act, int Changed)> WithdrawAsync(string person, IReadOnlyCollection<string> ids,
        CancellationToken cancellation = default) =>
        ChangeAsync(ProductAct.New(person, ProductChangeKind.Withdrawn), ids, stored => stored with { IsWithdrawn = true }, cancellation);

    /// <summary>Brings withdrawn products back, as they were.</summary>
    public Task<(Guid Act, int Changed)> ReturnAsync(string person, IReadOnlyCollection<string> ids,
        CancellationToken cancellation = default) =>
        ChangeAsync(ProductAct.New(person, ProductChangeKind.Returned), ids, stored => stored with { IsWithdrawn = false }, cancellation);

    /// <summary>Deletes products for good, with their pictures; returns how many there were.</summary>
    public async Task<int> DeleteAsync(string person, IReadOnlyCollection<string> ids, CancellationToken cancellation = default)
    {
        var (count, orphans) = await products.DeleteAsync(ProductAct.New(person, ProductChangeKind.Deleted), ids, cancellation);
        foreach (var picture in orphans)
        {
            await pictures.DeleteAsync(picture, cancellation);
        }

        return count;
    }

    /// <summary>
    /// Takes a step back: products that it added or brought back are withdrawn, those that it withdrew come back, and changed fields get
    /// their former texts where nobody
    /// has changed them since.
    /// </summary>
    public async Task<TakeBackOutcome> TakeBackAsync(string person, Guid step, CancellationToken cancellation = default)
    {
        var done = (await products.OfActAsync(step, cancellation)).Where(change => change.Act.Kind != ProductChangeKind.Deleted)
            .GroupBy(change => change.Product, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var former = new HashSet<string>(StringComparer.Ordinal);
        foreach (var picture in done.Values.SelectMany(changes => changes).SelectMany(change => change.Fields)
            .Where(field => field.Field == ProductField.Picture).Select(field => field.From.Split(' ')[0]).Distinct(StringComparer.Ordinal))
        {
            if (await pictures.ExistsAsync(picture, cancellation))
            {
                former.Add(picture);
            }
        }

        var (seen, kept) = (new HashSet<string>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        var changed = await products.ChangeAsync(ProductAct.New(person, ProductChangeKind.TakenBack), done.Keys, stored =>
        {
            seen.Add(stored.Product.Id);
            var back = done[stored.Product.Id].Reverse().Aggregate(stored, (now, change) => Undo(now, change, kept));
            return back.Product.Picture == stored.Product.Picture || former.Contains(back.Product.Picture) ? back
                : Keep(stored, "its former picture is gone", kept);
        }, cancellation);
        foreach (var gone in done.Keys.Where(id => !seen.Contains(id)))
        {
            kept[gone] = "it was deleted";
        }

        return new TakeBackOutcome(changed.Count, [.. kept.Select(pair => (pair.Key, pair.Value))]);
    }

    private static StoredProduct Undo(StoredProduct now, ProductChange change, IDictionary<string, string> kept)
    {
        switch (change.Act.Kind)
        {
            case ProductChangeKind.Added or ProductChangeKind.Returned:
                return now with { IsWithdrawn = true };
            case ProductChangeKind.Withdrawn:
                return now with { IsWithdrawn = false };
        }

        foreach (var field in change.Fields)
        {
            if (field.Field.Read(now.Product) == field.To)
            {
                now = now with
                {
                    Product = field.Field.With(now.Product, field.From),
                    BringsBackReviewsOf = field.Field == ProductField.Picture ? change.Act.Id : now.BringsBackReviewsOf,
                };
            }
            else if (field.Field.Read(now.Product) != field.From)
            {
                Keep(now, $"its {field.Field.Title} was changed again since, and stays", kept);
            }
        }

        return now;
    }

    private static StoredProduct Keep(StoredProduct stored, string why, IDictionary<string, string> kept)
    {
        kept[stored.Product.Id] = kept.TryGetValue(stored.Product.Id, out var known) && known != why ? $"{known}; {why}" : why;
        return stored;
    }

    private async Task<(Guid Act, int Changed)> ChangeAsync(
        ProductAct act, IReadOnlyCollection<string> ids, Func<StoredProduct, StoredProduct?> change, CancellationToken cancellation) =>
        (act.Id, (await products.ChangeAsync(act, ids, change, cancellation)).Count);
}
