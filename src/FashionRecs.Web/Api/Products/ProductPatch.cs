using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Api.Products;

/// <summary>Some of what the shop's list says of a product; what is left out, or null, stays as it is.</summary>
/// <param name="Name">What it is called; plain text of 1 to 200 characters.</param>
/// <param name="Type">Kind of garment.</param>
/// <param name="Group">Part of the body or department.</param>
/// <param name="Section">Section of the shop.</param>
/// <param name="Colour">Main colour.</param>
/// <param name="Pattern">Pattern.</param>
/// <param name="Price">In the shop's currency, at least 0.</param>
/// <param name="Description">Plain text of at most 5,000 characters.</param>
/// <param name="Link">Its page in the shop that sells it.</param>
/// <param name="Availability">in stock, out of stock, preorder or backorder.</param>
/// <param name="Sizes">The sizes in which it can be had.</param>
internal sealed record ProductPatch(
    string? Name = null, string? Type = null, string? Group = null, string? Section = null, string? Colour = null, string? Pattern = null,
    decimal? Price = null, string? Description = null, string? Link = null, string? Availability = null,
    IReadOnlyList<string>? Sizes = null)
{
    /// <summary>A product with these facts instead of its own.</summary>
    public Product Of(Product known) => known with
    {
        Name = Name?.Trim() ?? known.Name, Type = Type ?? known.Type, Group = Group ?? known.Group, Section = Section ?? known.Section,
        Colour = Colour ?? known.Colour,
        Pattern = Pattern ?? known.Pattern, Price = Price ?? known.Price, Description = Description ?? known.Description,
        Link = Link ?? known.Link, Availability = Availability ?? known.Availability, Sizes = ProductSizes.Write(Sizes) ?? known.Sizes,
    };
}
