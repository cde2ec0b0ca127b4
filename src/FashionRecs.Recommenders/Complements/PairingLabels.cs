using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Text;

namespace FashionRecs.Recommenders.Complements;

/// <summary>The shares' names as shoppers read them.</summary>
public static class PairingLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["popularity"] = "How many chose it",
        ["trend"] = "More shoppers choose it lately",
        ["often bought with"] = "Often chosen together",
        ["surprising together"] = "Chosen by the same shoppers",
        ["taste"] = "Taste",
        ["closest taste"] = "Taste: the closest of your choices",
        ["broad taste"] = "Taste in general",
        ["bought on coming back"] = "What shoppers come back for",
        ["section of the latest"] = "Section of your latest choice",
        ["group"] = "Kind of garment",
        ["favourites or finds"] = "How well known it is",
        ["same collection"] = "Listed near your choices",
        ["description"] = "Description",
        ["closest description"] = "Description: the closest of your choices",
        ["closest to the latest"] = "Description: your latest choice",
        ["closest name"] = "Name",
    };

    /// <summary>The name of a share.</summary>
    public static string Of(string term, AttributeVocabulary vocabulary) =>
        Labels.GetValueOrDefault(term) ?? vocabulary.Attributes.FirstOrDefault(attribute => attribute.Code == term)?.English
            ?? Phrases.Capital(term);
}
