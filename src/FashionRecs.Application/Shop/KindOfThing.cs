using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Application.Shop;

/// <summary>
/// What kind of thing a product is, for comparing it with others: its group in the shop's list, and what its name and the first sentence of
/// its description call it. A list's types are not enough: sports tights and jeans are both "Trousers". Immutable.
/// </summary>
public sealed class KindOfThing
{
    private readonly Product product;
    private readonly IReadOnlySet<string> names;

    private KindOfThing(Product product) => (this.product, names) = (product, Names(product));

    /// <summary>The kind of a product.</summary>
    public static KindOfThing Of(Product product) => new(product);

    /// <summary>
    /// Whether another product is the same kind of thing: of one group, and with a name in common where both are named, else of one type.
    /// </summary>
    public bool IsKindOf(Product other) =>
        other.Group == product.Group && (SharesName(Names(other)) ?? other.Type == product.Type);

    /// <summary>Whether it has one of some names; null where it has none, or there are none.</summary>
    internal bool? SharesName(IReadOnlyCollection<string> others) =>
        names.Count > 0 && others.Count > 0 ? names.Overlaps(others) : null;

    /// <summary>The names of garments in a product's name and the first sentence of its description.</summary>
    internal static IReadOnlySet<string> Names(Product product)
    {
        var end = product.Description.IndexOf('.', StringComparison.Ordinal);
        return GarmentNames.Default.In($"{product.Name} {(end < 0 ? product.Description : product.Description[..end])}");
    }
}
