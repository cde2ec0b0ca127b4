using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Reasons;

/// <summary>Says the names of what ranks beside the picture's values: kinds of evidence and their parts, and attributes.</summary>
public static class ContributionWords
{
    // Each is a key: texts["What others choose"], texts["Like what you chose"], texts["How many chose it"],
    // texts["More shoppers choose it lately"], texts["Often chosen together"], texts["Chosen by the same shoppers"], texts["Taste"],
    // texts["Taste: the closest of your choices"], texts["Taste in general"], texts["What shoppers come back for"],
    // texts["Section of your latest choice"], texts["Kind of garment"], texts["How well known it is"], texts["Listed near your choices"],
    // texts["Description"], texts["Description: the closest of your choices"], texts["Description: your latest choice"], texts["Section"],
    // texts["Price band"], texts["Price level"], texts["Same line"], texts["Same buyers"], texts["New"],
    // texts["Looks"], texts["Closest look"].
    /// <summary>The name, for example "Often chosen together".</summary>
    /// <param name="label">Its English name.</param>
    /// <param name="vocabulary">The vocabulary, whose attributes are evidence, too.</param>
    /// <param name="texts">The words.</param>
    public static string Of(string label, AttributeVocabulary vocabulary, IStringLocalizer texts) =>
        vocabulary.Attributes.FirstOrDefault(attribute => attribute.English == label)?.In(texts).Name ?? texts[label];

    /// <summary>The name within a line, for example "often chosen together".</summary>
    public static string Inner(string label, AttributeVocabulary vocabulary, IStringLocalizer texts) =>
        Of(label, vocabulary, texts).ToInner(texts);

    /// <summary>Words as they stand within a sentence: English has no capitals there, German nouns keep theirs.</summary>
    public static string ToInner(this string words, IStringLocalizer texts) =>
        texts.Language() == ShopLanguage.English ? words.ToLowerInvariant() : words;
}
