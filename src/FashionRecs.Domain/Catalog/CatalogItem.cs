using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Catalog;

/// <summary>
/// A product with everything said about it: the network's tags, people's tags, and what follows from both.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class CatalogItem
{
    /// <summary>Puts a product and its tags together.</summary>
    /// <param name="vocabulary">The vocabulary of the tags.</param>
    /// <param name="product">The product.</param>
    /// <param name="predicted">What the network said, or null where it has not looked yet.</param>
    /// <param name="reviewed">The latest word of people per attribute; attributes nobody reviewed are absent.</param>
    /// <param name="beliefs">What follows from these words; null for the plain rules of <see cref="BeliefReader.Plain"/>.</param>
    public CatalogItem(
        AttributeVocabulary vocabulary, Product product, PredictedTags? predicted, IReadOnlyList<ReviewedTag> reviewed,
        BeliefReader? beliefs = null)
    {
        (Product, Predicted, Reviewed) = (product, predicted, reviewed);
        IsWithoutGarment = reviewed.All(tag => tag.IsUnseen) && predicted is not null && GarmentPresence.IsMissing(product, predicted);
        Readings = (beliefs ?? BeliefReader.Plain(vocabulary))
            .Read(product, predicted, [.. reviewed.Where(tag => !IsEcho(tag, predicted))]);
        Vector = ItemVector.Of(vocabulary, Readings);
    }

    /// <summary>What confirms the network without a look makes it no surer.</summary>
    private static bool IsEcho(ReviewedTag tag, PredictedTags? predicted) =>
        tag.IsUnseen && predicted?.Attributes.FirstOrDefault(said => said.Attribute == tag.Attribute) is { } own
        && NetworkAnswer.Of(tag.Attribute, own.Probabilities).Position == TagMarks.Chosen(tag.Marks);

    private CatalogItem(CatalogItem whole, IReadOnlyList<AttributeReading> readings, ItemVector vector) =>
        (Product, Predicted, Reviewed, IsWithoutGarment, IsWithdrawn, Readings, Vector) =
            (whole.Product, whole.Predicted, whole.Reviewed, whole.IsWithoutGarment, whole.IsWithdrawn, readings, vector);

    /// <summary>The product.</summary>
    public Product Product { get; }

    /// <summary>What the network said, or null where it has not looked yet.</summary>
    public PredictedTags? Predicted { get; }

    /// <summary>The latest word of people, per attribute.</summary>
    public IReadOnlyList<ReviewedTag> Reviewed { get; }

    /// <summary>
    /// Whether no garment was found in its picture (<see cref="GarmentPresence"/>) and no person has looked yet: until then it is
    /// recommended to nobody.
    /// </summary>
    public bool IsWithoutGarment { get; }

    /// <summary>Whether it is not sold at the moment.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>What is held true: a person's word where there is one, else the network's; in the vocabulary's order.</summary>
    public IReadOnlyList<AttributeReading> Readings { get; }

    /// <summary>The product in the space of words.</summary>
    public ItemVector Vector { get; }

    /// <summary>
    /// The product as it is to somebody who says that it does not have some values: nothing is said of their attributes any more, and these
    /// values count nothing.
    /// </summary>
    /// <param name="vocabulary">The vocabulary of the tags.</param>
    /// <param name="denied">Indices of the values.</param>
    public CatalogItem Without(AttributeVocabulary vocabulary, IReadOnlySet<int> denied)
    {
        AttributeReading[] readings =
            [.. Readings.Select(reading => reading.Attribute.Values.Any(value => denied.Contains(value.Index)) ? reading.Without(denied)
            : reading)];
        return new CatalogItem(this, readings, ItemVector.Of(vocabulary, readings));
    }

    /// <summary>Whether its picture is held to show an attribute, whichever value.</summary>
    public bool Shows(GarmentAttribute attribute) => this[attribute] is { Visible: >= Visibility.Shown };

    /// <summary>What is held true of an attribute, or null where nothing was said.</summary>
    public AttributeReading? this[GarmentAttribute attribute] => Readings.FirstOrDefault(reading => reading.Attribute == attribute);
}
