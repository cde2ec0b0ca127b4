using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>Products in the space of words: 1 for each value that a product shows, 0 for the others and for what is unknown.</summary>
public static class AttributeVectors
{
    /// <summary>One vector per product of the list.</summary>
    public static ItemVector[] Of(ShopProducts products, ProductAttributes attributes, AttributeVocabulary vocabulary) =>
        [.. Enumerable.Range(0, products.Count).Select(item => Of(item, attributes, vocabulary))];

    private static ItemVector Of(int item, ProductAttributes attributes, AttributeVocabulary vocabulary)
    {
        var quanta = new byte[vocabulary.Values.Count];
        foreach (var attribute in vocabulary.Attributes)
        {
            if (attributes.Traits.TryGetValue(attribute.Code, out var traits) && traits[item] < attribute.Values.Count
                && !attribute.Values[traits[item]].IsInvisible)
            {
                quanta[attribute.Start + traits[item]] = ItemVector.Scale;
            }
        }

        return ItemVector.FromQuanta(quanta);
    }
}
