namespace FashionRecs.Experiments.Lab;

/// <summary>An arm against the control, in the measure's own unit.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Control">People of the control who count: within persons those with both numbers.</param>
/// <param name="Treatment">People of the arm who count; within persons the same ones.</param>
/// <param name="Difference">Mean of the arm minus mean of the control; of the same people within persons.</param>
/// <param name="EffectSize">Cohen's d: by the deviation of the differences within persons (d z), else by the pooled one; null where
/// nothing varies.</param>
/// <param name="PValue">Two-sided, by permutation.</param>
/// <param name="IsExact">Whether all permutations were gone through.</param>
/// <param name="SmallestPValue">No p-value of so few people can be smaller.</param>
/// <param name="Exact">Exact interval; null between persons, where too few or too many people took part.</param>
/// <param name="Bootstrap">Bootstrap interval; null where there are too few people or nothing varies.</param>
public sealed record LabComparison(
    string Arm, int Control, int Treatment, double Difference, double? EffectSize, double PValue, bool IsExact, double SmallestPValue,
    LabInterval? Exact, LabInterval? Bootstrap)
{
    /// <summary>The p-value corrected by Holm over the arms of the primary measure, by Benjamini and Hochberg over all others.</summary>
    public double CorrectedPValue { get; init; }

    /// <summary>The interval that counts: the exact one where there is one.</summary>
    public LabInterval? Interval => Exact ?? Bootstrap;
}

/// <summary>An interval, and the wider one that holds for all arms at once (Bonferroni); null ends where so few people have none.</summary>
public sealed record LabInterval(double Low, double High, double? LowForAll, double? HighForAll);
