using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>The product on a reviewer's desk: what the network said, what is in effect, and what this person said. Immutable.</summary>
/// <param name="Item">The product with the network's tags and the tags in effect.</param>
/// <param name="Annotations">What people said, per attribute, oldest first.</param>
/// <param name="Reviewer">Whose desk.</param>
/// <param name="Second">Whether the product is in the share that two people look at.</param>
/// <param name="Seen">Sequence of the newest annotation this knows of.</param>
public sealed record ReviewTask(
    CatalogItem Item, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Annotations, string Reviewer, bool Second, long Seen)
{
    /// <summary>What this person said last of an attribute, or null.</summary>
    public Annotation? Own(GarmentAttribute attribute) =>
        Annotations.GetValueOrDefault(attribute, []).LastOrDefault(annotation => annotation.Reviewer == Reviewer);

    /// <summary>
    /// Whether what another person said of an attribute stays hidden: whoever gives the second opinion must not see the first. Once they
    /// have spoken, it is open.
    /// </summary>
    public bool IsBlind(GarmentAttribute attribute) =>
        SecondAnnotation.IsBlind(Annotations.GetValueOrDefault(attribute, []), Reviewer, Second)
            || (IsTest && TestItem.Known(Annotations.GetValueOrDefault(attribute, []), Reviewer) >= 0);

    /// <summary>Whether the product may serve as a test item.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether anything stays hidden since a second opinion is asked for; nobody is told of a test.</summary>
    public bool Blind => Annotations.Values.Any(said => SecondAnnotation.IsBlind(said, Reviewer, Second));

    /// <summary>What the network says of an attribute, or null before it looked.</summary>
    public ProjectedAttribute? Predicted(GarmentAttribute attribute) =>
        Item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == attribute);

    /// <summary>The marks shown: this person's, else those in effect unless they must stay hidden, else none.</summary>
    public IReadOnlyList<TagMark>? Marks(GarmentAttribute attribute) =>
        Own(attribute) is { } own ? own.Marks : IsBlind(attribute) ? null
            : Item.Reviewed.LastOrDefault(tag => tag.Attribute == attribute)?.Marks;

    /// <summary>Whose word is shown: "you", a colleague's name, or null for the network's.</summary>
    public string? Whose(GarmentAttribute attribute) =>
        Own(attribute) is { } own ? own.Marks is null ? null : "you"
        : IsBlind(attribute) ? null
        : Item.Reviewed.LastOrDefault(tag => tag.Attribute == attribute)?.Reviewer;

    /// <summary>The values that it is said not to be, where nothing says what it is; else empty.</summary>
    public IReadOnlyList<AttributeValue> Rejected(GarmentAttribute attribute) =>
        Marks(attribute) is { } marks && TagMarks.Chosen(marks) < 0
            ? [.. attribute.Values.Where(value => marks[value.Position] == TagMark.IsNot)] : [];

    /// <summary>Whether what is shown was said of many products at once, and nobody has looked at this one.</summary>
    public bool IsUnseen(GarmentAttribute attribute) =>
        Own(attribute)?.IsUnseen ?? Item.Reviewed.LastOrDefault(tag => tag.Attribute == attribute)?.IsUnseen == true;

    /// <summary>The value shown as the answer, or null where neither people nor network said anything.</summary>
    public AttributeValue? Answer(GarmentAttribute attribute) =>
        TagMarks.Chosen(Marks(attribute)) is var chosen and >= 0 ? attribute.Values[chosen]
        : Rejected(attribute).Count > 0 ? null
        : Predicted(attribute) is { } said ? NetworkAnswer.Of(attribute, said.Probabilities)
        : null;

    /// <summary>The region of the value shown, or null.</summary>
    public PixelBox? Box(GarmentAttribute attribute)
    {
        var (answer, predicted) = (Answer(attribute), Predicted(attribute));
        return answer is null or { IsInvisible: true } ? null
            : !IsBlind(attribute) && Item[attribute] is { Region.Box: { } box } reading && reading.Top == answer ? box
            : predicted?.Top == answer ? predicted.Region?.Box
            : null;
    }

    /// <summary>Whether this person still has to say something of an attribute.</summary>
    public bool IsLeft(GarmentAttribute attribute) =>
        Own(attribute) is null or { IsUnseen: true }
            && (IsBlind(attribute) || Item.Reviewed.All(tag => tag.Attribute != attribute || tag.IsUnseen));
}
