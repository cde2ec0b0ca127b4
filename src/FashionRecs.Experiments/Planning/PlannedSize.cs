namespace FashionRecs.Experiments.Planning;

/// <summary>How many units an experiment is planned for.</summary>
/// <param name="Units">Units to be exposed, all arms together.</param>
/// <param name="PerArm">Units to be exposed in each arm, the control first.</param>
/// <param name="Counted">Units of the smallest arm that count for the primary metric; fewer than exposed where only some answer.</param>
/// <param name="Level">Alpha of one comparison after the correction for all of them.</param>
/// <param name="IsFloor">Whether fewer would do for the power, but no number is shown of so few.</param>
public sealed record PlannedSize(long Units, IReadOnlyList<long> PerArm, long Counted, double Level, bool IsFloor)
{
    /// <summary>Whole weeks that the units take: weekdays differ, and a week more counts each of them alike.</summary>
    /// <param name="unitsPerDay">New units a day, above 0.</param>
    public int Weeks(double unitsPerDay) => (int)Math.Max(1, Math.Ceiling(Units / (7 * unitsPerDay)));
}
