namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// The kinds of evidence by which a shopper reads a score: terms that say the same thing in different ways are one contribution, so that a sentence can name the
/// largest contributions without passing over one.
/// </summary>
internal static class EvidenceKinds
{
    private static readonly Dictionary<string, (string Kind, string Label)> OfTerm = new(StringComparer.Ordinal)
    {
        ["popularity"] = Popular, ["trend"] = Popular, ["favourites or finds"] = Popular,
        ["type"] = Sort, ["section"] = Sort, ["section of the latest"] = Sort, ["group"] = Sort, ["colour"] = Sort, ["pattern"] = Sort,
        ["price band"] = Price, ["price level"] = Price,
        ["same collection"] = Alike, ["description"] = Alike, ["closest description"] = Alike, ["closest to the latest"] = Alike, ["closest name"] = Alike,
        ["same line"] = Alike, ["looks"] = Alike, ["closest look"] = Alike,
    };

    private static (string Kind, string Label) Popular => ("popular", "What many choose");

    private static (string Kind, string Label) Sort => ("kind", "Kind, colour and pattern");

    private static (string Kind, string Label) Price => ("price", "Price");

    private static (string Kind, string Label) Alike => ("alike", "Like what you chose");

    /// <summary>The kind that a term belongs to; whatever is learned from others' choices is "chosen together".</summary>
    public static (string Kind, string Label) Of(string term) => OfTerm.GetValueOrDefault(term, ("together", "Chosen together"));
}
