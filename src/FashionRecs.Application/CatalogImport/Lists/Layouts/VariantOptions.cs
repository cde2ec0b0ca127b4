namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>What shops call the properties that variants differ in.</summary>
internal static class VariantOptions
{
    private static readonly HashSet<string> Colours = new(StringComparer.Ordinal)
    {
        "color", "colour", "farbe", "pa color", "pa colour", "pa farbe", "couleur", "kleur",
    };
    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal)
    {
        "size", "größe", "groesse", "grösse", "pa size", "pa groesse", "taille", "maat", "clothing size",
    };

    /// <summary>Whether an option is the colour.</summary>
    public static bool IsColour(string name) => Colours.Contains(ListHeadings.Plain(name));

    /// <summary>Whether an option is the size.</summary>
    public static bool IsSize(string name) => Sizes.Contains(ListHeadings.Plain(name));
}
