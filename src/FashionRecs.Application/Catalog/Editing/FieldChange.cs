namespace FashionRecs.Application.Catalog.Editing;

/// <summary>A field of a product that got another text.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">Before; empty where nothing was known.</param>
/// <param name="To">After.</param>
public sealed record FieldChange(ProductField Field, string From, string To)
{
    /// <summary>In words: "price: 9.99 → 12.50".</summary>
    public string Words => Field == ProductField.Picture ? "another picture" : $"{Field.Title}: {Shown(From)} → {Shown(To)}";

    /// <summary>A text as people read it.</summary>
    public static string Shown(string text) => text.Length == 0 ? "(empty)" : text;
}
