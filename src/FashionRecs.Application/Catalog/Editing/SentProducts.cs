using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Texts;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>
/// Takes a product with its pictures into the shop at once, as a program sends it. All pictures are judged and read before anything is
/// kept, and the product is stored in one step after them: sent again it changes nothing, and of what is refused nothing stays. Safe to
/// share between threads.
/// </summary>
public sealed class SentProducts(
    ICatalogStore catalog, ProductEditing editing, PictureStore pictures, IPictureInspector inspector, IPictureProjector projector,
    OutboundClient client, OutboundGate gate, CatalogImportLimits limits) : IDisposable
{
    /// <summary>Pictures of a product at most; the first is the one that is read.</summary>
    public const int MostPictures = 9;

    /// <summary>Products that are taken in at a time: each may hold a core for a second.</summary>
    private const int AtATime = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim taking = new(AtATime);

    /// <summary>Makes a product, or changes the one that there is.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The product.</param>
    /// <param name="edit">Makes the product as it shall be out of the one as it is, or out of one of which nothing is known.</param>
    /// <param name="sent">Its pictures, the one that is read first.</param>
    /// <param name="cancellation">Stops before anything is kept.</param>
    /// <returns>The product, and whether the shop did not have it before.</returns>
    /// <exception cref="InvalidDataException">The product or a picture may not be so; one sentence says why. Nothing was kept.</exception>
    /// <exception cref="TimeoutException">Too many are being taken in.</exception>
    public async Task<(Product Product, bool IsNew)> PutAsync(string person, string id, Func<Product, Product> edit,
        IReadOnlyList<SentPicture> sent, CancellationToken cancellation = default)
    {
        Check(id, edit, sent.Count);
        if (!await taking.WaitAsync(LongestWait, cancellation))
        {
            throw new TimeoutException("Many products are being sent right now; try again in a moment.");
        }

        try
        {
            var judged = new List<InspectedPicture>();
            foreach (var (index, picture) in sent.Index())
            {
                judged.Add(await AboutAsync(index, () => JudgeAsync(picture, cancellation)));
            }

            return await KeepAsync(person, id, edit, judged, cancellation);
        }
        finally
        {
            taking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => taking.Dispose();

    private static void Check(string id, Func<Product, Product> edit, int count)
    {
        var blank = edit(new Product { Id = id, Name = "", Picture = "", PictureWidth = 0, PictureHeight = 0 });
        if ((id.Length > ProductRules.Longest ? $"A product's id has at most {ProductRules.Longest} characters."
            : ProductIds.Trouble(id) is { } trouble ? $"{char.ToUpperInvariant(trouble[0])}{trouble[1..]}."
            : count is 0 or > MostPictures ? $"A product has 1 to {MostPictures} pictures."
            : ProductRules.Broken(blank)) is { } broken)
        {
            throw new InvalidDataException(broken);
        }
    }

    private async Task<InspectedPicture> JudgeAsync(SentPicture picture, CancellationToken cancellation)
    {
        switch (picture)
        {
            case { Bytes: { } bytes, Address: null }:
                return inspector.Inspect(bytes);
            case { Address: { } address, Bytes: null }:
                using (var fetched = new MemoryStream())
                {
                    await client.GetAsync(gate.Read(address), fetched, limits.LargestPicture, LongestFetch, cancellation: cancellation);
                    return inspector.Inspect(fetched.ToArray());
                }

            default:
                throw new InvalidDataException("It needs either an address or its bytes.");
        }
    }

    private async Task<(Product Product, bool IsNew)> KeepAsync(string person, string id, Func<Product, Product> edit,
        IReadOnlyList<InspectedPicture> judged, CancellationToken cancellation)
    {
        var known = await catalog.TryFindAnyAsync(id, cancellation);
        var name = PictureStore.NameOf(judged[0].Bytes.Span);
        // The picture that it has was read, or is being read anew by whoever took other weights into use.
        var read = known?.Product.Picture == name ? null
            : await AboutAsync(0, () => projector.ProjectAsync(judged[0].Bytes, cancellation));
        var names = new List<string>();
        foreach (var picture in judged)
        {
            names.Add(await pictures.SaveAsync(picture.Bytes, cancellation));
        }

        var more = string.Join(' ', names.Skip(1).Distinct(StringComparer.Ordinal).Where(other => other != name));
        var reading = read is null ? null
            : new NewPicture(name, read.Width, read.Height, new PredictedTags(projector.Fingerprint, read.Attributes), judged[0].IsBlank);
        if (known is not null)
        {
            if (reading is null && edit(known.Product) with { Id = id, MorePictures = more } == known.Product)
            {
                return (known.Product, false);
            }

            var outcome = await editing.SaveAsync(person, id, null, product => edit(product) with { MorePictures = more }, reading,
                cancellation);
            return (outcome.Now ?? throw new InvalidDataException("The product was deleted meanwhile; send it again."), false);
        }

        var made = edit(new Product { Id = id, Name = "", Picture = name, PictureWidth = read!.Width, PictureHeight = read.Height })
            with { Id = id, MorePictures = more };
        await catalog.SaveAsync([(made, reading!.Reading)], ProductAct.New(person, ProductChangeKind.Edited), cancellation);
        return (made, true);
    }

    /// <summary>Says of which picture it is that it cannot be used.</summary>
    private static async Task<T> AboutAsync<T>(int index, Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"Picture {index + 1}: {exception.Message}", exception);
        }
    }
}
