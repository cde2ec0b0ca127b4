using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Tests.Explanations.Views;

/// <summary>What views explain in tests: a blouse recommended for its neckline, which a person reviewed, and for its sleeves.</summary>
internal static class Subjects
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    public static readonly Share Neck = Of("neckline_design", "V Neckline", 2, TagSource.Reviewed);
    public static readonly Share Sleeves = Of("sleeve_length", "Long Sleeves", 1.5f);
    public static readonly Share Collar = Of("collar_design", "Shirt Collar", -0.5f);

    /// <summary>Two reasons and a share against it.</summary>
    public static ExplanationSubject Two(ExplanationPlace place = ExplanationPlace.Card) =>
        new(Item(Neck, Sleeves), Why([Neck, Sleeves], Neck, Sleeves, Collar), place);

    /// <summary>Something is known, but nothing that could be said.</summary>
    public static ExplanationSubject NoReason(ExplanationPlace place = ExplanationPlace.Card) => new(Item(), Why([], Collar), place);

    public static Explanation Why(Share[] reasons, params Share[] shares) => new(shares.Sum(share => share.Contribution), shares, reasons);

    /// <summary>A product of which these values are certain, and nothing else is seen.</summary>
    public static CatalogItem Item(params Share[] certain)
    {
        var attributes = Vocabulary.Attributes.Select(attribute =>
        {
            var share = certain.FirstOrDefault(share => share.Value.Attribute == attribute);
            var probabilities = new float[attribute.Values.Count];
            probabilities[(share?.Value ?? attribute.Invisible).Position] = 0.9f;
            return new ProjectedAttribute(attribute, probabilities, share?.Region is { } region ? region with { Share = 0.7f } : null);
        }).ToArray();
        var blouse = new Product { Id = "p1", Name = "Blouse", Picture = "p1.jpg", PictureWidth = 300, PictureHeight = 400 };
        return new CatalogItem(Vocabulary, blouse, new PredictedTags("test", attributes), []);
    }

    public static Share Of(string attribute, string value, float weight, TagSource source = TagSource.Predicted)
    {
        var found = Vocabulary.TryFind(attribute, value)!;
        return new(found, weight, 1, 0.9f, new PartRegion(new PixelBox(10 + found.Index, 5, 40, 30), 0.8f), source);
    }
}
