using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Text;

namespace FashionRecs.Recommenders.Complements;

/// <summary>The shares' names as shoppers read them.</summary>
internal static class PairingLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["popularity"] = "How many chose it",
        ["trend"] = "Chosen more of late",
        ["often bought with"] = "Often chosen together",
        ["surprising together"] = "Chosen by the same shoppers",
        ["taste"] = "Taste, closely",
        ["closest taste"] = "Taste, of the closest choice",
        ["broad taste"] = "Taste, broadly",
        ["bought on coming back"] = "What shoppers come back for",
        ["section of the latest"] = "Section, of the latest choice",
        ["group"] = "Kind of garment",
        ["favourites or finds"] = "Favourite or find",
        ["same collection"] = "Near in the shop's list",
        ["description"] = "Description, on the whole",
        ["closest description"] = "Description, the closest",
        ["closest to the latest"] = "Description, of the latest choice",
        ["closest name"] = "Name",
    };

    public static string Of(string term, AttributeVocabulary vocabulary) =>
        Labels.GetValueOrDefault(term) ?? vocabulary.Attributes.FirstOrDefault(attribute => attribute.Code == term)?.English
            ?? Phrases.Capital(term);
}
