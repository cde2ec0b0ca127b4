using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Reviews.Statistics;

/// <summary>One attribute of one product that both a person and the network spoke on.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Marks">The final tag, with exactly one <c>y</c>.</param>
/// <param name="Probabilities">The network's, one per value.</param>
public sealed record ReviewedCase(GarmentAttribute Attribute, IReadOnlyList<TagMark> Marks, IReadOnlyList<float> Probabilities)
{
    /// <summary>The value people gave.</summary>
    public AttributeValue Given => Attribute.Values[TagMarks.Chosen(Marks)];

    /// <summary>The value the network answers.</summary>
    public AttributeValue Answer => NetworkAnswer.Of(Attribute, Probabilities);

    /// <summary>The network's probability of its answer.</summary>
    public float Confidence => Probabilities[Answer.Position];

    /// <summary>Whether the answer is what people said is.</summary>
    public bool IsRight => Marks[Answer.Position] == TagMark.Is;

    /// <summary>Whether the answer is what people said is or may be.</summary>
    public bool MayBeRight => Marks[Answer.Position] != TagMark.IsNot;

    /// <summary>All cases of a catalog: attributes with a final tag that commits to a value after a look, and a prediction.</summary>
    public static IEnumerable<ReviewedCase> Of(IEnumerable<CatalogItem> items) => items.SelectMany(item => item.Reviewed
        .Where(tag => !tag.IsUnseen && TagMarks.Chosen(tag.Marks) >= 0)
        .Select(tag => (tag, said: item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == tag.Attribute)))
        .Where(pair => pair.said is not null)
        .Select(pair => new ReviewedCase(pair.tag.Attribute, pair.tag.Marks, pair.said!.Probabilities)));
}
