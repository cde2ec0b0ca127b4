using System.Globalization;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>One thing that people say of a product and may change, as text. Immutable.</summary>
/// <param name="Code">What stored changes call it; never changes.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Read">The text of a product; empty where nothing is known.</param>
/// <param name="With">The product with another text, which has to be one that <paramref name="Read"/> could give.</param>
public sealed record ProductField(string Code, string Title, Func<Product, string> Read, Func<Product, string, Product> With)
{
    /// <summary>The picture: its name in the picture folder, width and height.</summary>
    public static ProductField Picture { get; } = new(
        "picture", "picture", product => string.Create(CultureInfo.InvariantCulture,
            $"{product.Picture} {product.PictureWidth} {product.PictureHeight}"), WithPicture);

    /// <summary>The price, with a point and without a currency.</summary>
    public static ProductField Price { get; } = new(
        "price", "price", product => product.Price?.ToString("G29", CultureInfo.InvariantCulture) ?? "",
        (product, text) => product with { Price = text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture) });

    /// <summary>The further pictures, by their names in the picture folder.</summary>
    public static ProductField MorePictures { get; } = new("more-pictures", "further pictures", product => product.MorePictures,
        (product, text) => product with { MorePictures = text });

    /// <summary>All but the pictures, in the order in which people read them.</summary>
    public static IReadOnlyList<ProductField> Facts { get; } =
    [
        new("name", "name", product => product.Name, (product, text) => product with { Name = text }),
        new("type", "type", product => product.Type, (product, text) => product with { Type = text }),
        new("group", "group", product => product.Group, (product, text) => product with { Group = text }),
        new("section", "section", product => product.Section, (product, text) => product with { Section = text }),
        new("colour", "colour", product => product.Colour, (product, text) => product with { Colour = text }),
        new("pattern", "pattern", product => product.Pattern, (product, text) => product with { Pattern = text }),
        Price,
        new("description", "description", product => product.Description, (product, text) => product with { Description = text }),
        new("link", "link to the retailer", product => product.Link, (product, text) => product with { Link = text }),
        new("availability", "availability", product => product.Availability, (product, text) => product with { Availability = text }),
        new("sizes", "sizes", product => product.Sizes, (product, text) => product with { Sizes = text }),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProductField> All { get; } = [.. Facts, Picture, MorePictures];

    /// <summary>What differs between two states of a product.</summary>
    public static IReadOnlyList<FieldChange> Compare(Product before, Product after) =>
        [.. All.Select(field => new FieldChange(field, field.Read(before), field.Read(after))).Where(change => change.From != change.To)];

    private static Product WithPicture(Product product, string text) => text.Split(' ') is [var name, var width, var height]
        ? product with { Picture = name, PictureWidth = int.Parse(width, CultureInfo.InvariantCulture),
            PictureHeight = int.Parse(height, CultureInfo.InvariantCulture) }
        : throw new FormatException("This is no picture of a product.");
}
