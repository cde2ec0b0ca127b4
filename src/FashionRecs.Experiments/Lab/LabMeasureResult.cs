namespace FashionRecs.Experiments.Lab;

/// <summary>What came out of one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Arms">Each arm, the control first.</param>
/// <param name="Parts">Each part, whatever the arm: what tiredness, practice or a learned taste do.</param>
/// <param name="Comparisons">Every other arm with the control; those that nobody can be compared in are absent.</param>
public sealed record LabMeasureResult(
    LabMeasure Measure, IReadOnlyList<LabArm> Arms, IReadOnlyList<LabArm> Parts, IReadOnlyList<LabComparison> Comparisons);
