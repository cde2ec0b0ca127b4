using FashionRecs.Domain.Attributes;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// What is known of the products' attributes: per attribute and product the position of its value, and one more for "unknown".
/// </summary>
/// <param name="Source">"labels", "network" or "none".</param>
/// <param name="Traits">Per attribute code, per product a number from 0 to the attribute's count of values (the last is "unknown").</param>
public sealed record ProductAttributes(string Source, IReadOnlyDictionary<string, int[]> Traits)
{
    /// <summary>Nothing is known.</summary>
    public static ProductAttributes None { get; } = new("none", new Dictionary<string, int[]>());

    /// <summary>Matches readings of pictures with the products' pictures.</summary>
    /// <param name="readings">Picture, attribute code and value position; the picture's path ends with the product's image, or has its file
    /// name.</param>
    public static ProductAttributes Of(string source, ShopProducts products, AttributeVocabulary vocabulary,
        IEnumerable<(string Picture, string Attribute, int Position)> readings)
    {
        var traits = vocabulary.Attributes.ToDictionary(attribute => attribute.Code, attribute =>
        {
            var values = new int[products.Count];
            Array.Fill(values, attribute.Values.Count);
            return values;
        });
        var byPicture = Enumerable.Range(0, products.Count).ToLookup(item => Path.GetFileName(products[item].Image));
        foreach (var (picture, attribute, position) in readings)
        {
            foreach (var item in byPicture[Path.GetFileName(picture)])
            {
                if (products[item].Image.Length > 0 && picture.EndsWith(products[item].Image, StringComparison.Ordinal)
                    && traits.TryGetValue(attribute, out var values))
                {
                    values[item] = position;
                }
            }
        }

        return new ProductAttributes(source, traits);
    }
}
