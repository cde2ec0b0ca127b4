using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>One question that a sampled shopper is asked.</summary>
/// <param name="Token">What the answer is about.</param>
/// <param name="Kind">What the answer is logged as.</param>
/// <param name="Text">The question, as a key of <see cref="ShopTexts"/>.</param>
/// <param name="Answers">The possible answers with their numbers, in order; their words are keys, too.</param>
public sealed record AskedQuestion(string Token, OutcomeKind Kind, string Text, IReadOnlyList<(int Value, string Words)> Answers)
{
    /// <summary>What fills the gap of the question, or null.</summary>
    public string? Name { get; init; }

    // Each is a key: texts["Not at all"], texts["A little"], texts["Somewhat"], texts["Quite"], texts["Very much"], texts["Yes"],
    // texts["No"], texts["How much do you trust the picks of this shop?"],
    // texts["How well do you understand why these were picked for you?"], texts["{0}: is the right part of the picture marked?"],
    // texts["Going by this page, how much would you like “{0}”?"],
    // texts["Now that you have looked at it: how much do you like “{0}”?"].
    private static readonly (int, string)[] Degrees = [(1, "Not at all"), (2, "A little"), (3, "Somewhat"), (4, "Quite"), (5, "Very much")];

    /// <summary>How much the reasons are trusted.</summary>
    public static AskedQuestion Trust(string token) =>
        new(token, OutcomeKind.Trust, "How much do you trust the picks of this shop?", Degrees);

    /// <summary>How well the shopper understands why.</summary>
    public static AskedQuestion Transparency(string token) =>
        new(token, OutcomeKind.Transparency, "How well do you understand why these were picked for you?", Degrees);

    /// <summary>Whether the marked region shows what it should.</summary>
    public static AskedQuestion Region(string token, string name) =>
        new(token, OutcomeKind.RegionAgreement, "{0}: is the right part of the picture marked?", [(1, "Yes"), (0, "No")]) { Name = name };

    /// <summary>How much a product is liked before it is opened.</summary>
    public static AskedQuestion Before(string token, string name) =>
        new(token, OutcomeKind.LikingBefore, "Going by this page, how much would you like “{0}”?", Degrees) { Name = name };

    /// <summary>How much it is liked after.</summary>
    public static AskedQuestion After(string token, string name) =>
        new(token, OutcomeKind.LikingAfter, "Now that you have looked at it: how much do you like “{0}”?", Degrees) { Name = name };
}
