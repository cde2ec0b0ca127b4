using FashionRecs.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>What shoppers preferred of two interleaved rankings.</summary>
/// <param name="ForA">Shoppers who chose more products of A's than of B's.</param>
/// <param name="ForB">Shoppers who chose more of B's.</param>
/// <param name="Ties">Shoppers who chose as many of each, or none.</param>
/// <param name="PreferenceForB">Share for B among those who preferred one, with its 95 % interval (Wilson).</param>
/// <param name="PValue">Exact two-sided sign test of no preference; 1 where nobody preferred one.</param>
public sealed record InterleavingResult(int ForA, int ForB, int Ties, ShareInterval PreferenceForB, double PValue);

/// <summary>Compares two interleaved rankings by whole shoppers: what one shopper does is not independent.</summary>
public static class InterleavingTest
{
    /// <summary>The result.</summary>
    /// <param name="choices">
    /// Who chose which product of which team. The same product counts once per shopper however often it was opened, liked and put in the
    /// bag.
    /// </param>
    public static InterleavingResult Of(IEnumerable<(string Unit, string Product, Team Team)> choices, int units)
    {
        var margins = choices.DistinctBy(choice => (choice.Unit, choice.Product)).GroupBy(choice => choice.Unit)
            .Select(unit => unit.Count(choice => choice.Team == Team.B) - unit.Count(choice => choice.Team == Team.A)).ToArray();
        return Of(margins.Count(margin => margin < 0), margins.Count(margin => margin > 0), units);
    }

    /// <summary>The result of counted shoppers.</summary>
    /// <param name="units">All shoppers who saw an interleaved list.</param>
    internal static InterleavingResult Of(int forA, int forB, int units)
    {
        var decided = forA + forB;
        var p = decided == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, decided, Math.Min(forA, forB)));
        return new(forA, forB, units - decided, ShareInterval.Of(forB, decided), p);
    }
}
