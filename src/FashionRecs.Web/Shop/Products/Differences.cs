using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop.Reasons;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Products;

/// <summary>Says in what two products differ beside the one value that was changed.</summary>
public static class Differences
{
    /// <summary>
    /// For example "also another colour and sleeve length". That nothing else differs is said only where pictures, facts and the products'
    /// own words all agree; where nothing that is known differs, but not all is known, they are much alike.
    /// </summary>
    /// <param name="from">The product that was looked at.</param>
    /// <param name="to">The one that was found.</param>
    /// <param name="changed">The attribute that was changed on purpose.</param>
    /// <param name="texts">The words.</param>
    /// <param name="isSure">Whether it surely has what was asked for; where not, nobody can say that nothing else differs.</param>
    public static string Said(CatalogItem from, CatalogItem to, GarmentAttribute changed, IStringLocalizer texts, bool isSure = true)
    {
        var attributes = from.Readings.Concat(to.Readings).Select(reading => reading.Attribute).Distinct()
            .Where(attribute => attribute != changed).ToArray();
        string[] other =
        [
            .. Facts.Where(fact => fact.Of(from.Product) != fact.Of(to.Product)).Select(fact => texts[fact.Name].Value.ToInner(texts)),
            .. attributes.Where(attribute => Differ(Standing(from, attribute), Standing(to, attribute)))
                .Select(attribute => attribute.In(texts).Name.ToInner(texts)),
        ];
        return other.Length switch
        {
            0 => isSure && attributes.All(attribute => IsSure(from, attribute) && IsSure(to, attribute))
                && SameWords(from.Product, to.Product, changed) ? texts["Nothing else differs"] : texts["Otherwise much alike"],
            1 => texts["Also another {0}", other[0]],
            _ => texts["Also another {0} and {1}", Spoken.Joined(other.SkipLast(1), texts), other[^1]],
        };
    }

    // Each name is a key: texts["Type"], texts["Colour"], texts["Pattern"].
    private static readonly (string Name, Func<Product, string> Of)[] Facts =
        [("Type", product => product.Type), ("Colour", product => product.Colour), ("Pattern", product => product.Pattern)];

    /// <summary>
    /// What is surely so: codes of the values it may be, none where the picture surely does not show it; null where nothing is sure.
    /// </summary>
    private static IReadOnlyList<AttributeValue>? Standing(CatalogItem item, GarmentAttribute attribute) =>
        item[attribute] is not { } reading ? [] : reading.Statement?.Values
            ?? (reading.Visible < Domain.Projection.Visibility.Shown ? [] : null);

    private static bool IsSure(CatalogItem item, GarmentAttribute attribute) =>
        Standing(item, attribute) is not null && item[attribute] is not { IsContradicted: true };

    /// <summary>A value and a family that holds it do not differ for sure.</summary>
    private static bool Differ(IReadOnlyList<AttributeValue>? one, IReadOnlyList<AttributeValue>? other) =>
        one is not null && other is not null && one.Count + other.Count > 0 && !one.Intersect(other).Any();

    /// <summary>
    /// Whether the descriptions say the same, but for what names the changed attribute; names, of which each product has its own, where one
    /// has no description.
    /// </summary>
    private static bool SameWords(Product from, Product to, GarmentAttribute changed)
    {
        var free = changed.Values.SelectMany(value => Words($"{value.English} {value.Phrase}"))
            .Concat(changed.Families.SelectMany(family => Words($"{family.English} {family.Phrase}")))
            .Concat(Words("a an and the with in of its for")).ToHashSet(StringComparer.Ordinal);
        var (one, other) = from.Description.Length > 0 && to.Description.Length > 0 ? (from.Description, to.Description)
            : (from.Name, to.Name);
        return Words(one).Except(free).ToHashSet(StringComparer.Ordinal).SetEquals(Words(other).Except(free));
    }

    private static string[] Words(string text) =>
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
