using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Api.Products;

/// <summary>What the shop's list says of a product.</summary>
/// <param name="Name">What it is called; plain text of 1 to 200 characters.</param>
/// <param name="Type">Kind of garment.</param>
/// <param name="Group">Part of the body or department.</param>
/// <param name="Section">Section of the shop.</param>
/// <param name="Colour">Main colour.</param>
/// <param name="Pattern">Pattern.</param>
/// <param name="Price">In the shop's currency, at least 0; null where unknown.</param>
/// <param name="Description">Plain text of at most 5,000 characters.</param>
internal sealed record ProductMessage(
    string Name, string? Type = null, string? Group = null, string? Section = null, string? Colour = null, string? Pattern = null,
    decimal? Price = null, string? Description = null)
{
    private const int Longest = 200;
    private const int LongestDescription = 5_000;
    private const decimal Dearest = 1_000_000_000;

    /// <summary>What is wrong with it, in one sentence, or null.</summary>
    public string? Wrong() =>
        string.IsNullOrWhiteSpace(Name) ? "A product needs a name."
        : new[] { Name, Type, Group, Section, Colour, Pattern }.Any(text => text?.Length > Longest)
            ? $"Names, kinds and colours have at most {Longest} characters."
        : Description?.Length > LongestDescription ? $"A description has at most {LongestDescription} characters."
        : new[] { Name, Type, Group, Section, Colour, Pattern,
            Description }.Any(text => text?.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) == true)
            ? "Texts hold no control characters."
        : Price is < 0 or > Dearest ? $"A price lies between 0 and {Dearest:0}."
        : null;

    /// <summary>A product with these facts and the picture that it has.</summary>
    public Product Of(Product known) => known with
    {
        Name = Name.Trim(), Type = Type ?? "", Group = Group ?? "", Section = Section ?? "", Colour = Colour ?? "",
        Pattern = Pattern ?? "", Price = Price, Description = Description ?? "",
    };
}
