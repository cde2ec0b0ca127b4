namespace FashionRecs.Experiments.Margins;

/// <summary>An arm against its control, judged by a margin.</summary>
/// <param name="Margin">The margin, above 0, in the effect's unit.</param>
/// <param name="NonInferiority">p-value of "worse by the margin or more"; null where neither way is better.</param>
/// <param name="Equivalence">p-value of "different by the margin or more".</param>
/// <param name="Low">Lower end of the interval whose ends decide both.</param>
/// <param name="High">Upper end of the interval whose ends decide both.</param>
public sealed record MarginResult(double Margin, double? NonInferiority, double Equivalence, double Low, double High)
{
    /// <summary>Whether it is shown that the arm is not worse by the margin.</summary>
    public bool IsNonInferior { get; init; }

    /// <summary>Whether it is shown that the arm differs by less than the margin.</summary>
    public bool IsEquivalent { get; init; }
}
