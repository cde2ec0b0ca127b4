namespace FashionRecs.Training.Audit;

/// <summary>One card that a simulated shopper saw.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Shopper">Number of the shopper among all.</param>
/// <param name="Theme">What the shopper likes.</param>
/// <param name="HasContribution">Whether some value of the picture speaks for it.</param>
/// <param name="Liked">Whether it has what the shopper likes by label; null without a label.</param>
/// <param name="Reasons">The reasons on it.</param>
public sealed record AuditedCard(int Picture, int Shopper, AuditTheme Theme, bool HasContribution, bool? Liked,
    IReadOnlyList<AuditedReason> Reasons)
{
    /// <summary>Whether a reason names what the shopper likes, or a family that holds it.</summary>
    public bool NamesLiking => Reasons.Any(reason => reason.Share.Values.Intersect(Theme.Values).Any());
}
