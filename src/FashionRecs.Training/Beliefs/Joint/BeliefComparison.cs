using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>One measure of two kinds of beliefs about the same labelled attributes.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Count">Labelled attributes; pictures for combinations.</param>
/// <param name="Before">Of the first kind.</param>
/// <param name="After">Of the second kind.</param>
/// <param name="Difference">After − before, with its 95 % bootstrap interval over pictures, which are resampled with both.</param>
public sealed record BeliefComparison(string Name, int Count, double Before, double After, BootstrapInterval Difference);
