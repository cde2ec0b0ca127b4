using FashionRecs.Domain.Catalog;

namespace FashionRecs.Storage.Catalog;

/// <summary>A product and what the network said of it.</summary>
public sealed class ProductRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Type { get; set; }
    public required string Group { get; set; }
    public required string Section { get; set; }
    public required string Colour { get; set; }
    public required string Pattern { get; set; }
    public decimal? Price { get; set; }
    public required string Description { get; set; }
    public string Link { get; set; } = "";
    public string Availability { get; set; } = "";
    public string Sizes { get; set; } = "";
    public string MorePictures { get; set; } = "";
    public required string Picture { get; set; }
    public int PictureWidth { get; set; }
    public int PictureHeight { get; set; }

    /// <summary>Fingerprint of the weights behind <see cref="Tags"/>, or null before projection.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Predicted values and boxes (<see cref="ReadingsBlob"/>), or null before projection.</summary>
    public byte[]? Tags { get; set; }

    /// <summary>Whether the product is not sold: withdrawn, and whole, or <see cref="Deleted"/>.</summary>
    public bool Removed { get; set; }

    /// <summary>Whether it is gone for good: of the row only the id is left, so that every process hears of it.</summary>
    public bool Deleted { get; set; }

    /// <summary>The catalog's revision at which this row last changed.</summary>
    public long Revision { get; set; }

    /// <summary>What the shop's list says of it.</summary>
    internal Product ToProduct(SharedTexts? texts = null)
    {
        return new()
        {
            Id = Id, Name = Of(Name), Type = Of(Type), Group = Of(Group), Section = Of(Section), Colour = Of(Colour), Pattern = Of(Pattern),
            Price = Price, Description = Of(Description), Link = Link, Availability = Of(Availability), Sizes = Of(Sizes),
            MorePictures = MorePictures, Picture = Picture, PictureWidth = PictureWidth, PictureHeight = PictureHeight,
        };

        string Of(string text) => texts?.Of(text) ?? text;
    }
}
