using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Languages;

/// <summary>Says values, families and attributes in the language of a page's texts.</summary>
public static class Spoken
{
    /// <summary>The language of texts; English where they do not say.</summary>
    public static ShopLanguage Language(this IStringLocalizer texts) => (texts as ILanguageTexts)?.Language ?? ShopLanguage.English;

    /// <summary>How an attribute is said.</summary>
    public static SpokenWords In(this GarmentAttribute attribute, IStringLocalizer texts) => attribute.In(texts.Language().Code);

    /// <summary>How a value is said.</summary>
    public static SpokenWords In(this AttributeValue value, IStringLocalizer texts) => value.In(texts.Language().Code);

    /// <summary>How a family is said.</summary>
    public static SpokenWords In(this ValueFamily family, IStringLocalizer texts) => family.In(texts.Language().Code);

    /// <summary>How a statement is said.</summary>
    public static SpokenWords In(this Statement said, IStringLocalizer texts) => Of(said.Family, said.Values[0], texts);

    /// <summary>How a share of a score is said.</summary>
    public static SpokenWords In(this Share share, IStringLocalizer texts) => Of(share.Family, share.Value, texts);

    /// <summary>How something that was learned is said.</summary>
    public static SpokenWords In(this LearnedValue learned, IStringLocalizer texts) => Of(learned.Family, learned.Value, texts);

    /// <summary>How a reason is said that is a value or a family; any other says itself.</summary>
    public static SpokenWords In(this ExplainedReason reason, IStringLocalizer texts) => reason.Values switch
    {
        [] => new(reason.Phrase, reason.Phrase, reason.Phrase, reason.Phrase),
        [{ Family: { } family }, _, ..] => family.In(texts),
        [var value, ..] => value.In(texts),
    };

    /// <summary>How the value or family of a full code is said; null where the vocabulary has none.</summary>
    public static SpokenWords? Words(this AttributeVocabulary vocabulary, string? fullCode, IStringLocalizer texts) =>
        vocabulary.TryFindByFullCode(fullCode)?.In(texts) ?? vocabulary.TryFindFamilyByFullCode(fullCode)?.In(texts);

    /// <summary>What follows "its" in English ("V-neckline", without an article) and "with" in other languages.</summary>
    public static string Its(this SpokenWords words, IStringLocalizer texts) =>
        texts.Language() == ShopLanguage.English ? words.Phrase : words.With;

    /// <summary>What is denied: "a V-neckline" in English, the phrase by itself in other languages.</summary>
    public static string Denied(this SpokenWords words, IStringLocalizer texts) =>
        texts.Language() == ShopLanguage.English ? words.With : words.Phrase;

    /// <summary>What is listed, in its order, such as "round, square and straight".</summary>
    public static string List(IReadOnlyList<string> words, IStringLocalizer texts) => words switch
    {
        [] => "",
        [var only] => only,
        _ => texts["{0} and {1}", Joined(words.SkipLast(1), texts), words[^1]],
    };

    /// <summary>What is listed without a word before the last.</summary>
    public static string Joined(IEnumerable<string> words, IStringLocalizer texts) =>
        words.Aggregate("", (all, word) => all.Length == 0 ? word : texts["{0}, {1}", all, word].Value);

    private static SpokenWords Of(ValueFamily? family, AttributeValue value, IStringLocalizer texts) =>
        family?.In(texts) ?? value.In(texts);
}
