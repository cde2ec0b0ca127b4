using FashionRecs.Application.Shop;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Style;

/// <summary>Puts what was learned into words.</summary>
public static class LearnedPreferenceText
{
    // Each word is a key: texts["Love it"], texts["Like it"], texts["Neither"], texts["Rather not"], texts["Never"].
    /// <summary>Weights that a shopper can set, with their words, most wanted first.</summary>
    public static readonly IReadOnlyList<(double Weight, string Words)> Levels =
        [(1.5, "Love it"), (0.6, "Like it"), (0, "Neither"), (-0.6, "Rather not"), (-1.5, "Never")];

    /// <summary>For example "You like: V-neckline".</summary>
    public static string Said(LearnedValue belief, IStringLocalizer texts) => LevelOf(belief.Weight) switch
    {
        0 => texts["You love: {0}", belief.In(texts).Phrase],
        1 => texts["You like: {0}", belief.In(texts).Phrase],
        2 => texts["You don't mind: {0}", belief.In(texts).Phrase],
        3 => texts["Rather not: {0}", belief.In(texts).Phrase],
        _ => texts["You avoid: {0}", belief.In(texts).Phrase],
    };

    /// <summary>For example "94 % sure".</summary>
    public static string Confidence(LearnedValue belief, IStringLocalizer texts) => belief.Pinned ? texts["kept as you set it"]
        : texts["{0} % sure", Math.Round(100 * belief.Certainty)];

    /// <summary>The level a weight belongs to: its index in <see cref="Levels"/>.</summary>
    public static int LevelOf(double weight) => (weight, Math.Abs(weight)) switch
    {
        (_, < 0.05) => 2,
        ( > 0, > 0.8) => 0,
        ( > 0, _) => 1,
        (_, > 0.8) => 4,
        _ => 3,
    };
}
