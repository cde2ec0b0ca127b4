namespace FashionRecs.Experiments.Lab;

/// <summary>What a participant said to one statement.</summary>
/// <param name="Part">The part it is about; 0 for the questions at the end.</param>
/// <param name="Item">Key of the statement.</param>
/// <param name="Value">The answer, from 1; null for "rather not say".</param>
public sealed record LabAnswer(int Part, string Item, int? Value);
