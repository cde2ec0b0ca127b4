using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Factors;

/// <summary>
/// Two factors of two levels each, crossed: every arm is a cell, so that every unit tells of both factors (Montgomery, "Design and Analysis
/// of Experiments", chapter 6).
/// </summary>
/// <param name="First">The first factor.</param>
/// <param name="Second">The second factor.</param>
public sealed record FactorPair(Factor First, Factor Second)
{
    /// <summary>What keeps arms from being the cells of the pair, each as a sentence; empty if nothing.</summary>
    public IEnumerable<string> Problems(IReadOnlyList<Arm> arms)
    {
        if (arms.Count != 4 || arms.Select(arm => arm.Cell).OfType<FactorCell>().Distinct().Count() != 4)
        {
            yield return "A 2×2 design needs four arms, one for every pair of levels.";
        }
        else if (arms.Where(arm => !(arm.Weight > 0)).ToArray() is { Length: > 0 } empty)
        {
            yield return "A 2×2 design needs shoppers in all four arms; "
                + $"{Phrases.List(empty.Select(arm => $"'{arm.Key}'"))} has no weight.";
        }
    }

    /// <summary>The levels of a cell in words, for example "with words, without a region".</summary>
    public string InWords(FactorCell cell) => $"{First.Level(cell.First)}, {Second.Level(cell.Second)}";
}
