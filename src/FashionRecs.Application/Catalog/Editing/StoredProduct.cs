using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>A product as the shop keeps it, sold or withdrawn.</summary>
/// <param name="Product">What is said of it.</param>
/// <param name="IsWithdrawn">Whether it is not sold at the moment.</param>
public sealed record StoredProduct(Product Product, bool IsWithdrawn)
{
    /// <summary>
    /// The network's reading of a picture that the product did not have before; null where it is to be read yet, or stays.
    /// </summary>
    public PredictedTags? Reading { get; init; }

    /// <summary>Whether what people said of the picture until now counts no more, since it is another one.</summary>
    public bool DropsReviews { get; init; }

    /// <summary>The step whose dropped reviews count again, since its picture is back; null for none.</summary>
    public Guid? BringsBackReviewsOf { get; init; }
}
