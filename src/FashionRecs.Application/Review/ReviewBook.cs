using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>All annotations that count, at one revision of the catalog. Immutable and safe to share between threads.</summary>
public sealed class ReviewBook
{
    private static readonly IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Nothing =
        new Dictionary<GarmentAttribute, IReadOnlyList<Annotation>>();
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>> byProduct;

    internal ReviewBook(long revision,
        IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>> byProduct) =>
        (Revision, this.byProduct) = (revision, byProduct);

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>Products somebody spoke on.</summary>
    public IEnumerable<string> Products => byProduct.Keys;

    /// <summary>The annotations on a product per attribute, oldest first.</summary>
    public IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Of(string product) =>
        byProduct.GetValueOrDefault(product, Nothing);

    /// <summary>The annotations on one attribute of a product, oldest first.</summary>
    public IReadOnlyList<Annotation> Of(string product, GarmentAttribute attribute) => Of(product).GetValueOrDefault(attribute, []);

    /// <summary>Everybody who said something, in the order of names.</summary>
    public IReadOnlyList<string> Reviewers => [.. byProduct.Values.SelectMany(attributes => attributes.Values).SelectMany(log => log)
        .Select(annotation => annotation.Reviewer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal IEnumerable<KeyValuePair<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>>> All => byProduct;
}
