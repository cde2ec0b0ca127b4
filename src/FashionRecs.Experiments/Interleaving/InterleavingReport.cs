using FashionRecs.Experiments.Health;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>All that can be said of an interleaving of two rankings, in the order in which it should be read.</summary>
/// <param name="Health">Findings, first of all.</param>
/// <param name="Shoppers">Shoppers who saw the list and count.</param>
/// <param name="Planned">Shoppers that were planned.</param>
/// <param name="Result">What they prefer.</param>
/// <param name="Teams">What each ranking showed and was credited, the first ranking first.</param>
/// <param name="Conclusion">What can and cannot be concluded, in plain words.</param>
public sealed record InterleavingReport(
    IReadOnlyList<HealthFinding> Health, int Shoppers, long Planned, InterleavingResult Result, IReadOnlyList<TeamCounts> Teams,
    string Conclusion)
{
    /// <summary>Whether the one look that was planned may be taken: before, figures are for watching alone.</summary>
    public bool IsComplete => Shoppers >= Planned;
}

/// <summary>What a ranking showed and was credited, each product once for each shopper.</summary>
/// <param name="Ranking">Code of the ranking.</param>
/// <param name="Shown">Products on screen.</param>
/// <param name="Opened">Products opened.</param>
/// <param name="Liked">Products liked.</param>
/// <param name="Bagged">Products put in the bag.</param>
/// <param name="Credited">Products that count.</param>
public sealed record TeamCounts(string Ranking, int Shown, int Opened, int Liked, int Bagged, int Credited);
