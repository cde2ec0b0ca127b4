using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Catalog;

/// <summary>
/// Takes products with their pictures into the catalog. A product is stored whole in one step after its picture, so that
/// an import that was killed goes on where it stopped and importing again changes nothing.
/// </summary>
public sealed class ProductImport(ICatalogStore catalog, PictureStore pictures)
{
    /// <summary>Projects and stores one product, unless it is stored already with the same picture, facts and weights.</summary>
    /// <param name="facts">What the shop's list says; the picture's name and size are filled in here.</param>
    /// <param name="picture">The encoded picture.</param>
    /// <param name="projector">Projects the picture.</param>
    /// <param name="cancellation">Stops before the product is stored.</param>
    /// <returns>Whether something changed.</returns>
    /// <exception cref="InvalidDataException">The picture cannot be used; the message says why.</exception>
    public async Task<bool> ImportAsync(ProductFacts facts, ReadOnlyMemory<byte> picture, IPictureProjector projector,
        CancellationToken cancellation = default)
    {
        var name = PictureStore.NameOf(picture.Span);
        if (await catalog.TryFindAsync(facts.Id, cancellation) is { Predicted.Fingerprint: { } fingerprint } known
            && fingerprint == projector.Fingerprint
            && known.Product == facts.With(name, known.Product.PictureWidth, known.Product.PictureHeight)
            && await pictures.ExistsAsync(name, cancellation))
        {
            return false;
        }

        var projected = await projector.ProjectAsync(picture, cancellation);
        await pictures.SaveAsync(picture, cancellation);
        await catalog.SaveAsync(facts.With(name, projected.Width, projected.Height),
            new PredictedTags(projector.Fingerprint, projected.Attributes), cancellation);
        return true;
    }
}
