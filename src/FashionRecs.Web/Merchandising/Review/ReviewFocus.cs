using FashionRecs.Domain.Attributes;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>
/// Where a reviewer's eyes are on a product: the attribute in focus, and the value pointed at. Moving them says nothing of the product.
/// </summary>
public sealed class ReviewFocus(AttributeVocabulary vocabulary)
{
    /// <summary>The attribute in focus.</summary>
    public GarmentAttribute Attribute { get; private set; } = vocabulary.Attributes[0];

    /// <summary>The value that y, m and n mark.</summary>
    public AttributeValue Pointer { get; private set; } = vocabulary.Attributes[0].Values[0];

    /// <summary>Goes to an attribute, and to the value shown as its answer.</summary>
    public void On(GarmentAttribute attribute, ReviewTask? product) =>
        (Attribute, Pointer) = (attribute, product?.Answer(attribute) ?? attribute.Values[0]);

    /// <summary>Points at a value of the attribute in focus.</summary>
    public void Point(AttributeValue value) => Pointer = value;

    /// <summary>Does an action that only moves; returns whether it was one.</summary>
    public bool Move(string action, ReviewTask product)
    {
        switch (action)
        {
            case "value-down":
                Pointer = Step(Attribute.Values, Pointer.Position, 1);
                return true;
            case "value-up":
                Pointer = Step(Attribute.Values, Pointer.Position, -1);
                return true;
            case "attribute-next":
                On(Step(vocabulary.Attributes, Attribute.Position, 1), product);
                return true;
            case "attribute-previous":
                On(Step(vocabulary.Attributes, Attribute.Position, -1), product);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Goes to the first attribute that wants a word, or to the first of all.</summary>
    public void Begin(ReviewTask product, GarmentAttribute? preferred) => On(
        preferred is not null && product.IsLeft(preferred) ? preferred : vocabulary.Attributes.FirstOrDefault(product.IsLeft)
            ?? vocabulary.Attributes[0], product);

    /// <summary>Goes to the next attribute that wants a word; false where none does.</summary>
    public bool Advance(ReviewTask product)
    {
        var next = Enumerable.Range(1, vocabulary.Attributes.Count - 1)
            .Select(step => Step(vocabulary.Attributes, Attribute.Position, step)).FirstOrDefault(product.IsLeft);
        if (next is not null)
        {
            On(next, product);
        }

        return next is not null;
    }

    private static T Step<T>(IReadOnlyList<T> all, int from, int step) => all[(from + step + all.Count) % all.Count];
}
