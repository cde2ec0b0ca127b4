using System.Globalization;
using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Shop.Style;

/// <summary>Puts what was learned into words.</summary>
public static class LearnedPreferenceText
{
    /// <summary>Weights that a shopper can set, with their words, most wanted first.</summary>
    public static readonly IReadOnlyList<(double Weight, string Words)> Levels =
        [(1.5, "Love it"), (0.6, "Like it"), (0, "Neither"), (-0.6, "Rather not"), (-1.5, "Never")];

    /// <summary>For example "You like: V-neckline".</summary>
    public static string Said(LearnedValue belief) => LevelOf(belief.Weight) switch
    {
        0 => $"You love: {belief.Phrase}",
        1 => $"You like: {belief.Phrase}",
        2 => $"You don't mind: {belief.Phrase}",
        3 => $"Rather not: {belief.Phrase}",
        _ => $"You avoid: {belief.Phrase}",
    };

    /// <summary>For example "94 % sure".</summary>
    public static string Confidence(LearnedValue belief) => belief.Pinned ? "kept as you set it"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * belief.Certainty:0} % sure");

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
