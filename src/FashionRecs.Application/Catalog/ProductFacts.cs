using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog;

/// <summary>What a shop's list says of a product, before its picture was read.</summary>
public sealed record ProductFacts(
    string Id, string Name, string Type, string Group, string Section, string Colour, string Pattern, decimal? Price, string Description)
{
    /// <summary>As <see cref="Product.Link"/>.</summary>
    public string Link { get; init; } = "";

    /// <summary>As <see cref="Product.Availability"/>.</summary>
    public string Availability { get; init; } = "";

    /// <summary>As <see cref="Product.Sizes"/>.</summary>
    public string Sizes { get; init; } = "";

    /// <summary>As <see cref="Product.MorePictures"/>; filled in once the pictures are kept.</summary>
    public string MorePictures { get; init; } = "";

    /// <summary>The product with its picture.</summary>
    public Product With(string picture, int width, int height) => new()
    {
        Id = Id, Name = Name, Type = Type, Group = Group, Section = Section, Colour = Colour, Pattern = Pattern, Price = Price,
        Description = Description, Link = Link, Availability = Availability, Sizes = Sizes,
        MorePictures = MorePictures, Picture = picture, PictureWidth = width,
        PictureHeight = height,
    };
}
