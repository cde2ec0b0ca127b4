using FashionRecs.Application.Catalog.Editing;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Merchandising.Products;

/// <summary>
/// Addresses of the pages about products: which of them are listed stands in the address, so that Back and bookmarks keep it.
/// </summary>
public static class ProductAddress
{
    /// <summary>The page of one product.</summary>
    public static string Of(string product) => $"/merchandising/products/{Uri.EscapeDataString(product)}";

    /// <summary>Reads which products are asked for; what makes no sense is left out. The order is the grid's own.</summary>
    public static ProductQuery Read(Uri address)
    {
        var parts = QueryHelpers.ParseQuery(address.Query);
        string Text(string name) =>
            parts.TryGetValue(name, out var text) && text.ToString().Trim() is { Length: <= 200 } trimmed ? trimmed : "";
        return new ProductQuery
        {
            Words = Text("q"), Type = Text("type"), Section = Text("section"),
            Withdrawn = Text("state") switch { "sold" => false, "withdrawn" => true, _ => null },
        };
    }

    /// <summary>The part of an address that asks for these products, without the question mark; empty for all.</summary>
    public static string Query(ProductQuery query) => string.Join('&', new[]
    {
        ("q", query.Words), ("type", query.Type), ("section", query.Section),
        ("state", query.Withdrawn switch { true => "withdrawn", false => "sold", _ => "" }),
    }.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
}
