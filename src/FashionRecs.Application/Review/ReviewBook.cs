using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;

namespace FashionRecs.Application.Review;

/// <summary>All opinions that count, at one revision of the catalog. Immutable and safe to share between threads.</summary>
public sealed class ReviewBook
{
    private static readonly IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> Nothing = new Dictionary<GarmentAttribute, IReadOnlyList<Opinion>>();
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>>> byProduct;

    internal ReviewBook(long revision, IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>>> byProduct) =>
        (Revision, this.byProduct) = (revision, byProduct);

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>Products somebody spoke on.</summary>
    public IEnumerable<string> Products => byProduct.Keys;

    /// <summary>The opinions on a product per attribute, oldest first.</summary>
    public IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> Of(string product) => byProduct.GetValueOrDefault(product, Nothing);

    /// <summary>The opinions on one attribute of a product, oldest first.</summary>
    public IReadOnlyList<Opinion> Of(string product, GarmentAttribute attribute) => Of(product).GetValueOrDefault(attribute, []);

    /// <summary>Everybody who said something, in the order of names.</summary>
    public IReadOnlyList<string> Reviewers => [.. byProduct.Values.SelectMany(attributes => attributes.Values).SelectMany(log => log)
        .Select(opinion => opinion.Reviewer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal IEnumerable<KeyValuePair<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>>>> All => byProduct;
}
