namespace FashionRecs.Recommenders.Purchases;

/// <summary>A product as a shop's product list describes it.</summary>
/// <param name="Code">The product's code in the files, for example "0108775".</param>
/// <param name="Image">Path of its picture below the photographs' folder, or empty.</param>
/// <param name="Price">Price in the list's currency, more than 0; NaN where unknown.</param>
public sealed record ListedProduct(
    string Code,
    string Image,
    string Name,
    string Type,
    string Group,
    string Section,
    string Colour,
    string Pattern,
    double Price,
    string Description);
