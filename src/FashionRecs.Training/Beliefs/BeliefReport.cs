namespace FashionRecs.Training.Beliefs;

/// <summary>What is measured of fitted beliefs.</summary>
/// <param name="Calibration">Of all statements, then per attribute.</param>
/// <param name="Frontier">All statements, from each of <see cref="Thresholds"/> on.</param>
/// <param name="Groups">Per attribute and per source, from one probability on.</param>
public sealed record BeliefReport(IReadOnlyList<StatementCalibration> Calibration, IReadOnlyList<StatementScore> Frontier,
    IReadOnlyList<StatementScore> Groups)
{
    private static readonly double[] Thresholds = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

    /// <summary>Measures beliefs.</summary>
    /// <param name="fitted">With the beliefs of pictures that their weights were not fitted on.</param>
    /// <param name="leastProbability">From which probability on attributes and sources are scored.</param>
    /// <param name="seed">Of the intervals.</param>
    public static BeliefReport Of(FittedBeliefs fitted, double leastProbability, int seed)
    {
        var statements = JudgedStatement.Of(fitted);
        var attributes = statements.GroupBy(one => one.Statement.Attribute).OrderBy(group => group.Key.Position).ToArray();
        var sources = statements.GroupBy(one => one.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        return new BeliefReport(
            [StatementCalibration.Of("all", statements), .. attributes.Select(group => StatementCalibration.Of(group.Key.Code, group))],
            [.. Thresholds.Select(threshold => StatementScore.Of("all", statements, threshold, seed))],
            [
                .. attributes.Select(group => StatementScore.Of(group.Key.Code, group, leastProbability, seed)),
                .. sources.Select(group => StatementScore.Of($"source {group.Key}", group, leastProbability, seed)),
            ]);
    }
}
