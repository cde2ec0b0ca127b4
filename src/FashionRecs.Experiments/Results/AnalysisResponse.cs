namespace FashionRecs.Experiments.Results;

/// <summary>The answer to an <see cref="AnalysisRequest"/>. All numbers are null when there is an error.</summary>
/// <param name="Effect">Treatment minus control; a share of the control's mean if relative.</param>
/// <param name="StandardError">Standard error of the effect.</param>
/// <param name="Interval">Lower and upper end of the 1 − alpha interval.</param>
/// <param name="PValue">Two-sided p-value.</param>
/// <param name="ChanceToWin">Probability that the treatment is better, by the request's direction; assumes one look.</param>
/// <param name="Risk">Loss to expect if the treatment is chosen, in the effect's unit; null also where neither way is better.</param>
/// <param name="Error">Why there are no numbers, in one sentence; null if there are.</param>
public sealed record AnalysisResponse(
    double? Effect, double? StandardError, double[]? Interval, double? PValue, double? ChanceToWin, double? Risk, string? Error)
{
    /// <summary>No numbers, and why.</summary>
    public static AnalysisResponse Failed(string error) => new(null, null, null, null, null, null, error);

    /// <summary>The answer for people, several lines.</summary>
    public string Describe() => Error ?? FormattableString.Invariant(
        $"""
         effect          {Effect:G6}
         standard error  {StandardError:G6}
         interval        {Interval![0]:G6} to {Interval[1]:G6}
         p-value         {PValue:G4}
         chance to win   {ChanceToWin:P2}
         expected loss   {Risk:G4}
         """);
}
