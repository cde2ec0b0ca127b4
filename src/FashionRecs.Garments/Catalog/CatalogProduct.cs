namespace FashionRecs.Garments.Catalog;

/// <summary>One product of the seed catalog: a line of <c>products.jsonl</c>.</summary>
/// <param name="Id">"G0001" and so on.</param>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Type">Kind of garment, for example "Dress".</param>
/// <param name="Group">Upper, lower or full body.</param>
/// <param name="Section">Part of the shop.</param>
/// <param name="Colour">Main colour.</param>
/// <param name="Pattern">Print.</param>
/// <param name="Price">In the shop's currency.</param>
/// <param name="Description">One or two sentences that match the picture.</param>
/// <param name="Image">Path of the picture beside the file.</param>
/// <param name="Values">The drawing's true value of every attribute, by codes.</param>
public sealed record CatalogProduct(
    string Id, string Name, string Type, string Group, string Section, string Colour, string Pattern, decimal Price, string Description,
    string Image,
    IReadOnlyDictionary<string, string> Values);
