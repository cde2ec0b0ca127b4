namespace FashionRecs.Experiments.Scales;

/// <summary>One statement of a scale, answered from "strongly disagree" to "strongly agree".</summary>
/// <param name="Key">Short name, unique within the questionnaire.</param>
/// <param name="Text">The statement.</param>
/// <param name="Reversed">Whether agreeing means less of what the scale measures.</param>
public sealed record ScaleItem(string Key, string Text, bool Reversed = false);
