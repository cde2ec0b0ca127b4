using System.Globalization;
using FashionRecs.Application.Shop;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Shop.Bag;

/// <summary>A bag as an address, to hand over: it names products and quantities, and nobody's bag.</summary>
public static class BagAddress
{
    /// <summary>The page of the shopper's own bag.</summary>
    public const string Path = "/bag";

    /// <summary>The page of a list that was handed over.</summary>
    public const string ListPath = "/bag/list";

    /// <summary>Products at most in one address; a browser takes no longer one.</summary>
    private const int Most = 60;

    private const char Times = '*';

    /// <summary>The address of a list, without the host; what is not sold is left out.</summary>
    public static string Of(IEnumerable<BagLine> lines) => QueryHelpers.AddQueryString(ListPath,
        lines.Where(line => !line.Item.IsWithdrawn).Take(Most).Select(line => KeyValuePair.Create("p",
            (string?)string.Create(CultureInfo.InvariantCulture, $"{line.Item.Product.Id}{Times}{line.Quantity}"))));

    /// <summary>Reads an address; products that the shop does not have are left out, and quantities that cannot be are 1.</summary>
    public static IReadOnlyList<BagLine> Read(Uri address, CatalogSnapshot catalog) =>
        [.. (QueryHelpers.ParseQuery(address.Query).TryGetValue("p", out var parts) ? parts.OfType<string>() : []).Take(Most)
            .Select(part => (part, At: part.LastIndexOf(Times)))
            .Select(pair => pair.At < 0 ? (Id: pair.part, Count: 1) : (Id: pair.part[..pair.At], Count: Number(pair.part[(pair.At + 1)..])))
            .DistinctBy(pair => pair.Id).Select(pair => (Item: catalog.TryFind(pair.Id), pair.Count))
            .Where(pair => pair.Item is not null).Select(pair => new BagLine(pair.Item!, pair.Count))];

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= ShopperProfile.MostOfOne ? number : 1;
}
