using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Faithfulness;

/// <summary>How much the boxes of one attribute, or of all, carry; ratios with bootstrap 95 % intervals over readings.</summary>
/// <param name="Attribute">The attribute's code, or "mean" for the mean over attributes.</param>
/// <param name="Count">Readings.</param>
/// <param name="Plain">Loss on the pictures as they are.</param>
/// <param name="MeanColour">Loss with the box under the mean colour ÷ plain loss.</param>
/// <param name="Blur">Loss with the box blurred ÷ plain loss.</param>
/// <param name="Hidden">Loss with the box hidden, meaned over both covers, ÷ plain loss.</param>
/// <param name="Random">The same with a random box of the same size.</param>
/// <param name="HiddenOverRandom">Loss with the box hidden ÷ loss with the random box hidden.</param>
public sealed record FaithfulnessScore(
    string Attribute, int Count, double Plain, BootstrapInterval MeanColour, BootstrapInterval Blur,
    BootstrapInterval Hidden, BootstrapInterval Random, BootstrapInterval HiddenOverRandom)
{
    /// <summary>Scores each attribute that has readings, and then their mean.</summary>
    public static IReadOnlyList<FaithfulnessScore> Of(IReadOnlyDictionary<string, List<HiddenBox>> byAttribute, int seed) =>
    [
        .. byAttribute.Where(pair => pair.Value.Count > 0).Select(pair => Of(pair.Key, [pair.Value], seed)),
        Of("mean", [.. byAttribute.Values.Where(outcomes => outcomes.Count > 0)], seed),
    ];

    private static FaithfulnessScore Of(string name, IReadOnlyList<List<HiddenBox>> groups, int seed)
    {
        BootstrapInterval Ratio(Func<HiddenBox, double> above, Func<HiddenBox, double> below) =>
            RatioOfMeans.Of([.. groups.Select(group => group.Select(one => (above(one), below(one))).ToArray())], seed);
        return new FaithfulnessScore(
            name, groups.Sum(group => group.Count),
            groups.Count == 0 ? double.NaN : groups.Average(group => group.Average(one => one.Plain)),
            Ratio(one => one.Mean, one => one.Plain), Ratio(one => one.Blurred, one => one.Plain),
            Ratio(one => one.Hidden, one => one.Plain), Ratio(one => one.Random, one => one.Plain),
            Ratio(one => one.Hidden, one => one.Random));
    }
}
