using FashionRecs.Domain.Attributes;

namespace FashionRecs.Training.Audit;

/// <summary>What simulated shoppers like: one value, or any value of a family.</summary>
/// <param name="Name">The attribute and the code of the value or family.</param>
/// <param name="Values">The values that count.</param>
public sealed record AuditTheme(string Name, IReadOnlyList<AttributeValue> Values)
{
    /// <summary>The attribute that it is about.</summary>
    public GarmentAttribute Attribute => Values[0].Attribute;

    /// <summary>Every value and family that at least so many pictures show by label, in the vocabulary's order.</summary>
    public static IReadOnlyList<AuditTheme> Of(AttributeVocabulary vocabulary, IReadOnlyList<AuditedPicture> pictures, int least) =>
    [
        .. vocabulary.Attributes.SelectMany(attribute => attribute.VisibleValues.Select(value => new AuditTheme(value.ToString(), [value]))
                .Concat(attribute.Families.Select(family => new AuditTheme(family.ToString(), family.Values))))
            .Where(theme => pictures.Count(picture => theme.IsShownBy(picture)) >= least),
    ];

    /// <summary>Whether a picture shows it by label.</summary>
    public bool IsShownBy(AuditedPicture picture) => picture.LetterOf(Values) == Datasets.LabelLetter.Yes;
}
