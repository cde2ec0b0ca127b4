using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>One thing the catalog can be filtered by.</summary>
/// <param name="Name">Its name in the page's address.</param>
/// <param name="Title">What people read.</param>
/// <param name="ValueOf">The product's value, or null where it has none.</param>
/// <param name="TitleOf">What people read for a value.</param>
public sealed record Facet(string Name, string Title, Func<CatalogItem, string?> ValueOf, Func<string, string> TitleOf)
{
    /// <summary>Every attribute of the vocabulary, then type and colour.</summary>
    public static IReadOnlyList<Facet> All(AttributeVocabulary vocabulary) =>
    [
        new Facet("type", "Type", item => NullIfEmpty(item.Product.Type), value => value),
        .. vocabulary.Attributes.Select(Of),
        new Facet("colour", "Colour", item => NullIfEmpty(item.Product.Colour), value => value),
    ];

    private static Facet Of(GarmentAttribute attribute) => new(
        attribute.Code, attribute.English,
        item => item[attribute] is { Visible: >= 0.5f } reading ? reading.Top.Code : null,
        code => attribute.Values.FirstOrDefault(value => value.Code == code)?.English ?? code);

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}

/// <summary>A value of a facet and how many products asking for it would leave.</summary>
public sealed record FacetCount(Facet Facet, string Value, int Count);
