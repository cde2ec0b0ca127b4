using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>What may be said of a product.</summary>
public static class ProductRules
{
    /// <summary>Letters of a name, a type, a colour and the like at most.</summary>
    public const int Longest = 200;

    /// <summary>Letters of a description at most.</summary>
    public const int LongestDescription = 5_000;

    /// <summary>Largest price.</summary>
    public const decimal Dearest = 1_000_000_000;

    /// <summary>What is wrong with a product, in one sentence; null where nothing is.</summary>
    public static string? Broken(Product product)
    {
        string[] names = [product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern,
            product.Sizes];
        return string.IsNullOrWhiteSpace(product.Name) ? "A product needs a name."
            : names.Any(text => text.Length > Longest) ? $"Names, kinds, colours and sizes have at most {Longest} characters."
            : product.Description.Length > LongestDescription ? $"A description has at most {LongestDescription} characters."
            : names.Append(product.Description).Any(text =>
                text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))) ? "Texts hold no control characters."
            : product.Link.Length > 0 && ProductLink.TryRead(product.Link) is null
                ? "A link to the retailer is a whole address that begins with https:// or http://."
            : !Availability.IsKnown(product.Availability)
                ? $"The availability is one of: {Availability.InStock}, {Availability.OutOfStock}, {Availability.Preorder}, "
                    + $"{Availability.Backorder}; or empty."
            : product.Price is < 0 or > Dearest ? $"A price lies between 0 and {Dearest:0}."
            : null;
    }
}
