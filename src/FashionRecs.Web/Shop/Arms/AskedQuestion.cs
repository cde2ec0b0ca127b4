using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>One question that a sampled shopper is asked.</summary>
/// <param name="Token">What the answer is about.</param>
/// <param name="Kind">What the answer is logged as.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">The possible answers with their numbers, in order.</param>
public sealed record AskedQuestion(string Token, OutcomeKind Kind, string Text, IReadOnlyList<(int Value, string Words)> Answers)
{
    private static readonly (int, string)[] Degrees = [(1, "Not at all"), (2, "A little"), (3, "Somewhat"), (4, "Quite"), (5, "Very much")];

    /// <summary>How much the reasons are trusted.</summary>
    public static AskedQuestion Trust(string token) =>
        new(token, OutcomeKind.Trust, "How much do you trust the picks of this shop?", Degrees);

    /// <summary>How well the shopper understands why.</summary>
    public static AskedQuestion Transparency(string token) =>
        new(token, OutcomeKind.Transparency, "How well do you understand why these were picked for you?", Degrees);

    /// <summary>Whether the marked region shows what it should.</summary>
    public static AskedQuestion Region(string token, string name) =>
        new(token, OutcomeKind.RegionAgreement, $"{name}: is the right part of the picture marked?", [(1, "Yes"), (0, "No")]);

    /// <summary>How much a product is liked before it is opened.</summary>
    public static AskedQuestion Before(string token, string name) =>
        new(token, OutcomeKind.LikingBefore, $"Going by this page, how much would you like “{name}”?", Degrees);

    /// <summary>How much it is liked after.</summary>
    public static AskedQuestion After(string token, string name) =>
        new(token, OutcomeKind.LikingAfter, $"Now that you have looked at it: how much do you like “{name}”?", Degrees);
}
