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
/// <param name="Link">Its page in the shop that sells it; null leaves it as it is.</param>
/// <param name="Availability">in stock, out of stock, preorder or backorder; null leaves it as it is.</param>
/// <param name="Sizes">The sizes in which it can be had; null leaves them as they are.</param>
/// <param name="Pictures">
/// Its pictures, 1 to 9, the one that is read first; null leaves them as they are. A new product needs them.
/// </param>
internal sealed record ProductMessage(
    string Name, string? Type = null, string? Group = null, string? Section = null, string? Colour = null, string? Pattern = null,
    decimal? Price = null, string? Description = null, string? Link = null, string? Availability = null,
    IReadOnlyList<string>? Sizes = null, IReadOnlyList<PictureMessage>? Pictures = null)
{
    /// <summary>A product with these facts and the picture that it has.</summary>
    public Product Of(Product known) => known with
    {
        Name = (Name ?? "").Trim(), Type = Type ?? "", Group = Group ?? "", Section = Section ?? "", Colour = Colour ?? "",
        Pattern = Pattern ?? "", Price = Price, Description = Description ?? "", Link = Link ?? known.Link,
        Availability = Availability ?? known.Availability, Sizes = ProductSizes.Write(Sizes) ?? known.Sizes,
    };
}
