using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>The colours of the collection, and which of them go together.</summary>
public static class Palette
{
    // Name, hexadecimal RGB, and the names of the colours that sit well beside it in a print.
    private static readonly (string Name, uint Rgb, string Partners)[] Colours =
    [
        ("Black", 0x1D1C1E, "White,Beige,Dusty pink,Mustard"), ("White", 0xF1F0EC, "Navy,Black,Light blue,Red,Sage"),
        ("Off-white", 0xEDE6D8, "Navy,Rust,Olive,Black,Burgundy"), ("Navy", 0x222A44, "White,Off-white,Light blue,Dusty pink"),
        ("Blue", 0x3F6CA8, "White,Off-white,Navy"), ("Light blue", 0xA9C3DE, "White,Navy,Blue"),
        ("Grey", 0x86868A, "White,Black,Dusty pink"), ("Charcoal", 0x3D3E43, "Light grey,White,Mustard"),
        ("Light grey", 0xC6C6C6, "White,Charcoal,Navy"), ("Beige", 0xCDB797, "White,Black,Rust,Navy"),
        ("Camel", 0xB1865A, "Off-white,Black,Navy"), ("Brown", 0x5E4334, "Beige,Off-white,Dusty pink"),
        ("Rust", 0xA84F2E, "Off-white,Navy,Beige"), ("Red", 0xB5262E, "White,Off-white,Navy"),
        ("Burgundy", 0x5F1F2D, "Off-white,Dusty pink,Beige"), ("Dusty pink", 0xD7A6A1, "White,Burgundy,Off-white,Sage"),
        ("Light pink", 0xEBCDCB, "White,Red,Grey"), ("Mustard", 0xCB9A36, "White,Navy,Charcoal"),
        ("Olive", 0x62633F, "Off-white,Beige,Rust"), ("Sage", 0xA4B196, "White,Off-white,Dusty pink"),
        ("Dark green", 0x24453A, "Off-white,Mustard,White"), ("Teal", 0x23717A, "White,Off-white,Mustard"),
        ("Lilac", 0xB7A6CB, "White,Navy,Off-white"), ("Plum", 0x5A3356, "Off-white,Lilac,Dusty pink"),
    ];

    /// <summary>Names of all colours.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Colours.Select(colour => colour.Name)];

    /// <summary>The colour of a name.</summary>
    /// <exception cref="InvalidOperationException">No such colour.</exception>
    public static SKColor Colour(string name) => (SKColor)(0xFF000000 | Colours.First(colour => colour.Name == name).Rgb);

    /// <summary>A colour's name drawn at random; dark and quiet colours come more often, as they do in shops.</summary>
    internal static string Draw(RandomStream random) =>
        random.Chance(.34f) ? random.Pick("Black", "Black", "White", "Off-white", "Navy", "Beige", "Charcoal") : random.Pick(Names);

    /// <summary>A partner of a colour.</summary>
    internal static string Partner(string name, RandomStream random) =>
        random.Pick(Colours.First(colour => colour.Name == name).Partners.Split(','));
}
