using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Api.Products;

/// <summary>A product as the shop's list has it.</summary>
/// <param name="Id">The shop's own number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Kind of garment.</param>
/// <param name="Group">Part of the body or department.</param>
/// <param name="Section">Section of the shop.</param>
/// <param name="Colour">Main colour.</param>
/// <param name="Pattern">Pattern.</param>
/// <param name="Price">In the shop's currency; null where unknown.</param>
/// <param name="Description">A few sentences of plain text.</param>
/// <param name="Picture">Its picture.</param>
/// <param name="MorePictures">Addresses of further pictures, below the shop's own address.</param>
/// <param name="Link">Its page in the shop that sells it; null where there is none.</param>
/// <param name="Availability">in stock, out of stock, preorder or backorder; null where unknown.</param>
/// <param name="Sizes">The sizes in which it can be had.</param>
internal sealed record ProductAnswer(
    string Id, string Name, string Type, string Group, string Section, string Colour, string Pattern, decimal? Price, string Description,
    PictureAnswer Picture, IReadOnlyList<string> MorePictures, string? Link, string? Availability, IReadOnlyList<string> Sizes)
{
    public static ProductAnswer Of(Product product) => new(
        product.Id, product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern, product.Price,
        product.Description,
        new PictureAnswer(PictureAddress.Of(product.Picture, 960), product.PictureWidth, product.PictureHeight),
        [.. product.Pictures.Skip(1).Select(picture => PictureAddress.Of(picture, 960))],
        ProductLink.TryRead(product.Link)?.AbsoluteUri, product.Availability.Length > 0 ? product.Availability : null,
        product.Sizes.Split(", ", StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A picture.</summary>
/// <param name="Address">Where it is, below the shop's own address.</param>
/// <param name="Width">Width of the original in pixels.</param>
/// <param name="Height">Height of the original in pixels.</param>
internal sealed record PictureAnswer(string Address, int Width, int Height);
