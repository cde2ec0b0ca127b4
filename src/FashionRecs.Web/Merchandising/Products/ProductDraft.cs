using System.Globalization;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Merchandising.Products;

/// <summary>What a person has typed of a product, and what it was when they began. Belongs to one page.</summary>
public sealed class ProductDraft
{
    private readonly Dictionary<string, string> typed = [];

    /// <summary>Begins with what a product is.</summary>
    public ProductDraft(Product before) => Before = before;

    /// <summary>The product as the page knows it.</summary>
    public Product Before { get; private set; }

    /// <summary>What somebody else changed meanwhile, field by field, until the next save.</summary>
    public IReadOnlyList<FieldChange> Meanwhile { get; private set; } = [];

    /// <summary>Whether anything was typed that is not so already.</summary>
    public bool IsChanged => typed.Any(pair => pair.Value != Shown(ProductField.Facts.Single(one => one.Code == pair.Key), Before));

    /// <summary>The text in a field.</summary>
    public string this[ProductField field]
    {
        get => typed.GetValueOrDefault(field.Code) ?? Shown(field, Before);
        set => typed[field.Code] = value;
    }

    /// <summary>The product as it was typed.</summary>
    /// <exception cref="InvalidDataException">A price is none, or could be read in two ways; one sentence says which.</exception>
    public Product Over(Product product) =>
        ProductField.Facts.Where(field => typed.ContainsKey(field.Code)).Aggregate(product, (now, field) => field.With(now, Read(field)));

    /// <summary>Goes on from what somebody else made of the product: what was typed here stays.</summary>
    public void Follow(Product now, IReadOnlyList<FieldChange> meanwhile)
    {
        foreach (var field in ProductField.Facts.Where(field =>
            typed.TryGetValue(field.Code, out var text) && text == Shown(field, Before)))
        {
            typed.Remove(field.Code);
        }

        (Before, Meanwhile) = (now, meanwhile);
    }

    private string Read(ProductField field)
    {
        var text = typed[field.Code].Trim();
        try
        {
            return field != ProductField.Price || text.Length == 0
                ? text : PriceText.Read(text).Amount.ToString(CultureInfo.InvariantCulture);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{char.ToUpperInvariant(exception.Message[0])}{exception.Message[1..]}.", exception);
        }
    }

    private static string Shown(ProductField field, Product product) =>
        field == ProductField.Price ? product.Price?.ToString("0.00", CultureInfo.InvariantCulture) ?? "" : field.Read(product);
}
