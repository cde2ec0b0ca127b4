namespace FashionRecs.Domain.Catalog;

/// <summary>Whether a product can be had. A word, so that what is stored says what it means; schema.org has the same.</summary>
public static class Availability
{
    /// <summary>It can be had.</summary>
    public const string InStock = "in stock";

    /// <summary>It is sold out.</summary>
    public const string OutOfStock = "out of stock";

    /// <summary>It can be ordered before it appears.</summary>
    public const string Preorder = "preorder";

    /// <summary>It is sold out, can be ordered, and comes later.</summary>
    public const string Backorder = "backorder";

    /// <summary>Whether a text is one of these words, or empty for not known.</summary>
    public static bool IsKnown(string text) => text is "" or InStock or OutOfStock or Preorder or Backorder;
}
