namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>What one row of a list says, as text; empty where it says nothing.</summary>
/// <param name="Line">One-based line.</param>
public sealed record ListEntry(int Line)
{
    /// <summary>What kind of row it is.</summary>
    public ListEntryKind Kind { get; init; }

    /// <summary>What its variants have in common; empty where the row is a product of its own.</summary>
    public string VariantOf { get; init; } = "";

    /// <summary>Id of the product.</summary>
    public string Product { get; init; } = "";

    /// <summary>The picture.</summary>
    public string Image { get; init; } = "";

    /// <summary>Further pictures.</summary>
    public IReadOnlyList<string> MorePictures { get; init; } = [];

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Kind of garment.</summary>
    public string Type { get; init; } = "";

    /// <summary>Department.</summary>
    public string Group { get; init; } = "";

    /// <summary>Section.</summary>
    public string Section { get; init; } = "";

    /// <summary>Colour.</summary>
    public string Colour { get; init; } = "";

    /// <summary>Pattern.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Price, as it is written.</summary>
    public string Price { get; init; } = "";

    /// <summary>Description, perhaps HTML.</summary>
    public string Description { get; init; } = "";

    /// <summary>Size of this variant, or several with commas.</summary>
    public string Size { get; init; } = "";

    /// <summary>Address of the product's page in the shop that sells it, as it is written.</summary>
    public string Link { get; init; } = "";

    /// <summary>Whether this variant can be had, as it is written.</summary>
    public string Availability { get; init; } = "";

    /// <summary>Why the row cannot be used, or null.</summary>
    public string? Refused { get; init; }

    /// <summary>The same, with what it leaves empty from the row that speaks for all variants.</summary>
    public ListEntry Inherit(ListEntry from) => this with
    {
        Image = Or(Image, from.Image), Name = Or(Name, from.Name), Type = Or(Type, from.Type), Group = Or(Group, from.Group),
        Section = Or(Section, from.Section),
        Colour = Or(Colour, from.Colour), Pattern = Or(Pattern, from.Pattern), Price = Or(Price, from.Price),
        Description = Or(Description, from.Description), Link = Or(Link, from.Link), Availability = Or(Availability, from.Availability),
    };

    private static string Or(string own, string other) => own.Length > 0 ? own : other;
}
