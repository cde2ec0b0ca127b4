using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Tests;

/// <summary>Makes items for tests.</summary>
internal static class Readings
{
    public static AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;
    public static readonly AttributeValue VNeck = Vocabulary.TryFind("neckline_design", "V Neckline")!;
    public static readonly AttributeValue RoundNeck = Vocabulary.TryFind("neckline_design", "Round Neckline")!;
    public static readonly AttributeValue LongSleeves = Vocabulary.TryFind("sleeve_length", "Long Sleeves")!;
    public static readonly AttributeValue ShortSleeves = Vocabulary.TryFind("sleeve_length", "Short Sleeves")!;

    /// <summary>A product that shows each value with the given probability and box share; all else is invisible.</summary>
    public static CatalogItem Item(params (AttributeValue Value, float Probability, float BoxShare)[] shown)
    {
        var readings = Vocabulary.Attributes.Select(attribute =>
        {
            var own = shown.Where(entry => entry.Value.Attribute == attribute).ToArray();
            var probabilities = new float[attribute.Values.Count];
            probabilities[attribute.Invisible.Position] = own.Length == 0 ? 1 : 0;
            foreach (var entry in own)
            {
                probabilities[entry.Value.Position] = entry.Probability;
            }

            return new ProjectedAttribute(attribute, probabilities, own.Length == 0 ? null
                : new PartRegion(new PixelBox(attribute.Position, 2, 3, 4), own[0].BoxShare));
        }).ToArray();
        return new CatalogItem(Vocabulary, Product, new PredictedTags("f", readings), []);
    }

    public static ItemVector Vector(params AttributeValue[] values) => Item([.. values.Select(value => (value, 1f, 1f))]).Vector;

    private static Product Product => new() { Id = "p", Name = "P", Picture = "0", PictureWidth = 30, PictureHeight = 40 };
}
