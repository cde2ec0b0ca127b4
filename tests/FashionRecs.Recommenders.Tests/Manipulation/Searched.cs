using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Tests;

namespace FashionRecs.Recommenders.Tests.Manipulation;

/// <summary>Makes pictures that can be searched.</summary>
internal static class Searched
{
    /// <summary>
    /// A picture with a sleeve and a neckline: its truth, how sure the network is of the sleeve beside the other one, and two numbers per
    /// region.
    /// </summary>
    public static SearchedPicture Picture(string id, AttributeValue sleeve, AttributeValue neck, float sure = 1, bool cut = false,
        int garment = 0)
    {
        var other = sleeve == Readings.LongSleeves ? Readings.ShortSleeves : Readings.LongSleeves;
        var read = sure < 1 ? Readings.Item((sleeve, sure, 1f), (other, 1 - sure, 1f), (neck, 1f, 1f))
            : Readings.Item((sleeve, sure, 1f), (neck, 1f, 1f));
        var regions = new float[]?[Readings.Vocabulary.Attributes.Count];
        regions[sleeve.Attribute.Position] = cut ? null : [sleeve == Readings.LongSleeves ? 1 : -1, 0];
        regions[neck.Attribute.Position] = [0, neck == Readings.VNeck ? 1 : -1];
        var truth = new AttributeValue?[regions.Length];
        (truth[sleeve.Attribute.Position], truth[neck.Attribute.Position]) = (sleeve, neck);
        return new SearchedPicture(
            new CatalogItem(Readings.Vocabulary, read.Product with { Id = id }, read.Predicted, []),
            [sleeve == Readings.LongSleeves ? 1 : 0.5f, neck == Readings.VNeck ? 1 : -1], regions, truth, garment);
    }

    /// <summary>The ids of what a search finds, in its order.</summary>
    public static string Found(IManipulatedSearch search, SearchedPicture like, AttributeValue but, params SearchedPicture[] among) =>
        string.Join(' ', search.Find(like, but, among, 10).Select(picture => picture.Item.Product.Id));
}
