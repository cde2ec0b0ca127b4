using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Domain.Beliefs;

/// <summary>
/// Says what is sure of an attribute, at the finest level that is sure: the likeliest value, unless its family is likelier by more than a
/// little; nothing where neither is likely enough. With calibrated beliefs one threshold for all is the best trade of truth against
/// silence: thresholds of their own per attribute, fitted on validation photographs, were no better. Pure.
/// </summary>
public sealed class StatementRule
{
    /// <summary>
    /// Least probability of what is said, in [0, 1]. Default 0.85, chosen on validation photographs. See <see cref="BeliefModel"/> for how
    /// often what is said is true at this value.
    /// </summary>
    [Range(0.0, 1.0)]
    public float LeastProbability { get; init; } = 0.85f;

    /// <summary>
    /// How much likelier than its likeliest value a family must be to be said instead, in [0, 1]. Default 0.02: at 0 every second statement
    /// names a family for the same truth.
    /// </summary>
    [Range(0.0, 1.0)]
    public float FamilyMargin { get; init; } = 0.02f;

    /// <summary>What can be said, or null.</summary>
    public Statement? Say(AttributeBelief belief)
    {
        var best = Statement.Of(belief.Top, belief[belief.Top]);
        var beat = best.Probability + FamilyMargin;
        foreach (var family in belief.Attribute.Families)
        {
            if (belief[family] > beat)
            {
                best = Statement.Of(family, belief[family]);
                beat = best.Probability;
            }
        }

        return best.Probability >= LeastProbability ? best : null;
    }
}
