namespace FashionRecs.Training.Localization;

/// <summary>One found region against the true one.</summary>
/// <param name="Hit">Pointing game (Zhang et al., "Top-Down Neural Attention by Excitation Backprop", 2016): the strongest evidence lies in
/// the true region.</param>
/// <param name="CentreHit">The same of the picture's centre.</param>
/// <param name="Overlap">Intersection over union of the found and the true box.</param>
/// <param name="CentreOverlap">The same of a box as large as the found one in the centre of the picture.</param>
/// <param name="Area">The found box's share of the picture.</param>
public readonly record struct LocalizationOutcome(bool Hit, bool CentreHit, double Overlap, double CentreOverlap, double Area)
{
    /// <summary>Intersection over union of the outline and the part itself, where something is known of the part's shape.</summary>
    public double? OutlineOverlap { get; init; }

    /// <summary>Whether the middle of the part lies in the outline; null without one.</summary>
    public bool? OnPart { get; init; }
}
