using FashionRecs.Core.Experiments.Views;

namespace FashionRecs.Core.Experiments.Lifecycle;

/// <summary>One way of explaining, and the share of the experiment's units that see it.</summary>
/// <param name="Key">Short name, unique within the experiment, for example "control".</param>
/// <param name="Weight">Share of the units, 0 to 1; the arms' weights sum to one.</param>
/// <param name="View">What the arm shows; null while a draft is unfinished.</param>
public sealed record Arm(string Key, double Weight, ExplanationView? View);
