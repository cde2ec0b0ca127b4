using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Domain.Ranking;

/// <summary>Every number of a ranked page, in one place.</summary>
public sealed class RankingOptions
{
    /// <summary>
    /// What variety may cost, in [0, 1]. Default 0.2: a product like the one before it gives way to a different one with more than
    /// about three quarters of its score. 0 ranks by score alone; at 1 the next product is the one least like those already chosen.
    /// It is 1 − λ of maximal marginal relevance (Carbonell and Goldstein, 1998).
    /// </summary>
    [Range(0.0, 1.0)]
    public double Diversity { get; set; } = 0.2;

    /// <summary>Products considered for a page, as a multiple of its length; at least 1. Default 8.</summary>
    [Range(1, int.MaxValue)]
    public int Pool { get; set; } = 8;

    /// <summary>First places that exploration never touches. Default 4: the first row.</summary>
    [Range(0, int.MaxValue)]
    public int ProtectedTop { get; set; } = 4;

    /// <summary>After the protected top, every how many places one is given to exploration; 0 means none. Default 3: a shop that never
    /// explores goes on showing what it believes already and loses twice as many clicks (<c>recommend simulate</c>); the better it knows a
    /// shopper, the less the places cost.</summary>
    [Range(0, int.MaxValue)]
    public int ExploreEvery { get; set; } = 3;
}
