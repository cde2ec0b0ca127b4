using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Domain.Reviews.Statistics;

/// <summary>How well the network agrees with people on one attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Count">Products people reviewed it on.</param>
/// <param name="Right">Share of answers that are <c>y</c>, with Wilson's 95 % interval.</param>
/// <param name="MayBeRight">Share of answers that are <c>y</c> or <c>m</c>.</param>
/// <param name="Values">Per value people gave: how often the network answers the same.</param>
/// <param name="Confusion">Counts: rows the values people gave, columns the network's answers.</param>
public sealed record AttributeAccuracy(
    GarmentAttribute Attribute, int Count, ShareInterval Right, ShareInterval MayBeRight, IReadOnlyList<ValueAccuracy> Values,
    int[,] Confusion)
{
    /// <summary>Measures one attribute on cases of it; others are left out.</summary>
    public static AttributeAccuracy Of(GarmentAttribute attribute, IEnumerable<ReviewedCase> cases)
    {
        ReviewedCase[] own = [.. cases.Where(reviewed => reviewed.Attribute == attribute)];
        var confusion = new int[attribute.Values.Count, attribute.Values.Count];
        foreach (var reviewed in own)
        {
            confusion[reviewed.Given.Position, reviewed.Answer.Position]++;
        }

        return new AttributeAccuracy(
            attribute, own.Length,
            ShareInterval.Of(own.Count(reviewed => reviewed.IsRight), own.Length),
            ShareInterval.Of(own.Count(reviewed => reviewed.MayBeRight), own.Length),
            [.. attribute.Values.Select(value => ValueOf(value, own))], confusion);
    }

    private static ValueAccuracy ValueOf(AttributeValue value, ReviewedCase[] own)
    {
        var given = own.Where(reviewed => reviewed.Given == value).ToArray();
        return new ValueAccuracy(value, given.Length, ShareInterval.Of(given.Count(reviewed => reviewed.Answer == value), given.Length));
    }
}

/// <summary>How often the network answers a value where people gave it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Products people gave it to.</param>
/// <param name="Found">Share of those that the network answers with it, with Wilson's 95 % interval.</param>
public sealed record ValueAccuracy(AttributeValue Value, int Count, ShareInterval Found);
