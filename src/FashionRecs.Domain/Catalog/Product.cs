namespace FashionRecs.Domain.Catalog;

/// <summary>What the shop's own list says of a product, before any network looked at it. Immutable.</summary>
public sealed record Product
{
    /// <summary>The shop's own number or name of the product; unique, compared exactly.</summary>
    public required string Id { get; init; }

    /// <summary>What the product is called; plain text, never markup.</summary>
    public required string Name { get; init; }

    /// <summary>What two colours of one garment have in common: the name, or where there is none, the product itself.</summary>
    public string Idea => Name.Length > 0 ? Name : Id;

    /// <summary>Kind of garment, for example "Dress"; empty where unknown.</summary>
    public string Type { get; init; } = "";

    /// <summary>Part of the body or department, for example "Garment Upper body"; empty where unknown.</summary>
    public string Group { get; init; } = "";

    /// <summary>Section of the shop, for example "Ladieswear"; empty where unknown.</summary>
    public string Section { get; init; } = "";

    /// <summary>Name of the main colour; empty where unknown.</summary>
    public string Colour { get; init; } = "";

    /// <summary>Name of the pattern, for example "Stripe"; empty where unknown.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Price in the shop's currency, at least 0; null where unknown.</summary>
    public decimal? Price { get; init; }

    /// <summary>A few sentences of plain text; empty where unknown.</summary>
    public string Description { get; init; } = "";

    /// <summary>Address of its page in the shop that sells it (<see cref="ProductLink"/>); empty where there is none.</summary>
    public string Link { get; init; } = "";

    /// <summary>Whether it can be had, as one of the words of <see cref="Catalog.Availability"/>; empty where unknown.</summary>
    public string Availability { get; init; } = "";

    /// <summary>The sizes in which it can be had, parted by a comma and a blank; empty where unknown.</summary>
    public string Sizes { get; init; } = "";

    /// <summary>Names of further pictures, as <see cref="Picture"/>, parted by blanks; empty where there is one picture.</summary>
    public string MorePictures { get; init; } = "";

    /// <summary>The names of all its pictures, the one that was read first.</summary>
    public IEnumerable<string> Pictures =>
        MorePictures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(Picture);

    /// <summary>SHA-256 of the picture's bytes in lower-case hexadecimal: its name in the picture folder and its ETag.</summary>
    public required string Picture { get; init; }

    /// <summary>Width of the original picture in pixels, after EXIF orientation.</summary>
    public required int PictureWidth { get; init; }

    /// <summary>Height of the original picture in pixels, after EXIF orientation.</summary>
    public required int PictureHeight { get; init; }
}
