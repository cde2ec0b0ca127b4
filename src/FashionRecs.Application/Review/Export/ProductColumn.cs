using System.Globalization;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review.Export;

/// <summary>A column of an export with one row for each product.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Title">What people read.</param>
/// <param name="Text">The cell of a product; empty where there is nothing.</param>
public sealed record ProductColumn(string Name, string Title, Func<QueueEntry, string> Text)
{
    /// <summary>What the shop's list says of a product.</summary>
    public static IReadOnlyList<ProductColumn> Facts { get; } =
    [
        new("product", "Product", entry => Of(entry).Id), new("name", "Name", entry => Of(entry).Name),
        new("type", "Type", entry => Of(entry).Type),
        new("section", "Section", entry => Of(entry).Section), new("colour", "Colour", entry => Of(entry).Colour),
        new("price", "Price", entry => Of(entry).Price?.ToString(CultureInfo.InvariantCulture) ?? ""),
        new("picture", "Picture", entry => Of(entry).Picture),
    ];

    /// <summary>Of each attribute the value in effect, and whether people or the network say so.</summary>
    public static IEnumerable<ProductColumn> Tags(IEnumerable<GarmentAttribute> attributes) =>
        attributes.SelectMany(attribute => (ProductColumn[])
        [
            new(attribute.Code, attribute.English, entry => In(entry, attribute)?.Top.Code ?? ""),
            new($"{attribute.Code}_by", $"{attribute.English}: word of",
                entry => In(entry, attribute) is { } said ? said.Source == TagSource.Reviewed ? "people" : "network" : ""),
        ]);

    private static Product Of(QueueEntry entry) => entry.Place.Item.Product;

    private static AttributeReading? In(QueueEntry entry, GarmentAttribute attribute) => entry.Place.Item[attribute];
}
