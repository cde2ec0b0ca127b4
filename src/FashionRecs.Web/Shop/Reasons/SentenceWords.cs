using System.Text.RegularExpressions;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Reasons;

/// <summary>Says why a product is recommended, in the language of the texts and in parts, so that a page can mark the reasons.</summary>
public static partial class SentenceWords
{
    /// <summary>The parts in order; together they are the sentence, spaces and all.</summary>
    public static IReadOnlyList<SentencePart> Of(ExplanationSentence sentence, IStringLocalizer texts)
    {
        if (sentence.Said.Count == 0)
        {
            // Keys: texts["We don't know yet whether it is to your taste."],
            // texts["A good overall match – no single part of it is the reason."].
            return [.. sentence.Parts.Select(part => part with { Words = texts[part.Words] })];
        }

        SentencePart[][] evidence = [.. sentence.Said.Where(reason => reason.StandsAlone).Select(reason => Beside(reason, texts))];
        SentencePart[][] values = [.. sentence.Said.Where(reason => !reason.StandsAlone)
            .Select(reason => new[] { new SentencePart(reason.In(texts).Because, reason) })];
        var body = (evidence.Length, values.Length) switch
        {
            (0, _) => Fill(texts["because of its {0}"], List(values, texts["{0} and {1}"], texts)),
            (_, 0) => List(evidence, texts["{0}, and {1}"], texts),
            _ => Fill(texts["{0}, and because of its {1}"], List(evidence, texts["{0}, {1}"], texts),
                List(values, texts["{0} and {1}"], texts)),
        };
        body = sentence.IsContrast ? Fill(texts["rather than the one you hid, {0}"], body) : body;
        return sentence.Place == ExplanationPlace.Card ? body
            : Fill(evidence.Length > 0 ? texts["Recommended: {0}."] : texts["Recommended {0}."], body);
    }

    /// <summary>The sentence as plain text.</summary>
    public static string Said(ExplanationSentence sentence, IStringLocalizer texts) =>
        string.Concat(Of(sentence, texts).Select(part => part.Words));

    private static SentencePart[] Beside(ExplainedReason reason, IStringLocalizer texts)
    {
        var template = reason.Evidence?.Template ?? reason.Phrase;
        SentencePart[] gap = reason.Evidence switch
        {
            { Value: { } value } => [new(value.In(texts).Its(texts))],
            { Count: { } count } => [new(texts.Language().Number(count, "0"))],
            _ => [],
        };
        if (reason.Chosen.Length == 0)
        {
            return Fill(texts[template], gap);
        }

        var name = reason.Whereabouts.Length == 0 ? "{0}" : $"{{0}} {reason.Whereabouts}";
        return Fill(texts[template + " the {1}"], gap, Fill(texts[name], [new SentencePart(reason.Chosen, IsName: true)]));
    }

    private static SentencePart[] List(SentencePart[][] items, string last, IStringLocalizer texts) => items switch
    {
        [var only] => only,
        [.. var first, var end] => Fill(last, first.Skip(1).Aggregate(first[0], (all, item) => Fill(texts["{0}, {1}"], all, item)), end),
        [] => [],
    };

    /// <summary>The text with parts in its gaps.</summary>
    private static SentencePart[] Fill(string text, params SentencePart[][] gaps) =>
        [.. Gap().Split(text).SelectMany((piece, at) => at % 2 == 1 ? gaps[piece[0] - '0']
            : piece.Length == 0 ? [] : new[] { new SentencePart(piece) })];

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Gap();

    // What EvidenceReason says, by itself, with a product of the shopper, and on the page of that product. Keys:
    // texts["{0} shoppers chose it"], texts["more and more shoppers choose it"], texts["a kind of garment that shoppers come back for"],
    // texts["higher priced, like your choice"], texts["lower priced, like your choice"],
    // texts["a favourite with many shoppers, like your choice"], texts["little known, like your choice"], texts["{0} you like"],
    // texts["{0} in your bag"], texts["often chosen with the {1}"], texts["often chosen with this one"],
    // texts["chosen by {0} shoppers who chose the {1}"], texts["chosen by {0} shoppers who chose this one"],
    // texts["to the taste of those who chose the {1}"], texts["to the taste of those who chose this one"],
    // texts["its type goes with the {1}"], texts["its type goes with this one"], texts["its colour goes with the {1}"],
    // texts["its colour goes with this one"], texts["its pattern goes with the {1}"], texts["its pattern goes with this one"],
    // texts["the kind of garment that goes with the {1}"], texts["the kind of garment that goes with this one"],
    // texts["from a section that goes with the {1}"], texts["from a section that goes with this one"],
    // texts["its price goes with the {1}"], texts["its price goes with this one"], texts["listed near the {1}"],
    // texts["listed near this one"], texts["similar in description to the {1}"], texts["similar in description to this one"],
    // texts["similar in name to the {1}"], texts["similar in name to this one"], texts["from the line of the {1}"],
    // texts["from the line of this one"], texts["its {0} goes with the {1}"], texts["its {0} goes with this one"],
    // texts["its {0} go with the {1}"], texts["its {0} go with this one"].
}
