namespace FashionRecs.Web.Api.Products;

/// <summary>Many products.</summary>
/// <param name="Products">What the shop's list says of each.</param>
internal sealed record ProductBatch(IReadOnlyList<ListedProductMessage> Products);

/// <summary>What the shop's list says of one of many products.</summary>
/// <param name="Id">The product.</param>
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
internal sealed record ListedProductMessage(
    string Id, string Name, string? Type = null, string? Group = null, string? Section = null, string? Colour = null,
    string? Pattern = null, decimal? Price = null, string? Description = null, string? Link = null, string? Availability = null,
    IReadOnlyList<string>? Sizes = null)
{
    /// <summary>The same without its id.</summary>
    public ProductMessage Facts() => new(Name, Type, Group, Section, Colour, Pattern, Price, Description, Link, Availability,
        Sizes);
}

/// <summary>What became of many products.</summary>
/// <param name="Saved">How many are so now; those that were so before are among them.</param>
/// <param name="Refused">Those that are as they were.</param>
internal sealed record ProductsSavedAnswer(int Saved, IReadOnlyList<RefusedProduct> Refused);

/// <summary>A product that is as it was.</summary>
/// <param name="Index">Its zero-based place in the request.</param>
/// <param name="Product">Its id; null where there was none.</param>
/// <param name="Detail">Why, in one sentence.</param>
internal sealed record RefusedProduct(int Index, string? Product, string Detail);
