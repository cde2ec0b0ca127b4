using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Factors;

/// <summary>A 2×2 design that the shop's views allow.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Factors">The factors.</param>
/// <param name="Arms">The cells as arms of equal weight; the control has both first levels.</param>
public sealed record FactorPreset(string Code, FactorPair Factors, IReadOnlyList<Arm> Arms)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FactorPreset> All { get; } =
    [
        new("words-region",
            new(new("words", "without words", "with words"), new("region", "without a region", "with the region marked")),
            [Cell("neither", false, false, new NoExplanation()), Cell("words", true, false, new WordsOnly()),
                Cell("region", false, true, new BoxOnly()), Cell("both", true, true, new BoxWithWords())]),
        new("truth-form",
            new(new("truth", "a value drawn at random", "the true reason"), new("form", "words alone", "words and box")),
            [Cell("random words", false, false, new PlaceboWords()), Cell("true words", true, false, new WordsOnly()),
                Cell("random box", false, true, new Placebo()), Cell("true box", true, true, new BoxWithWords())]),
    ];

    private static Arm Cell(string key, bool first, bool second, ExplanationView view) =>
        new(key, 0.25, view) { Cell = new(first, second) };
}
