using FashionRecs.Domain.Statistics;

namespace FashionRecs.Cli.Lengths;

/// <summary>How well one order of garments follows their lengths.</summary>
/// <param name="Pictures">The set of pictures.</param>
/// <param name="Attribute">Code of the length.</param>
/// <param name="Order">What orders them.</param>
/// <param name="Garments">How many.</param>
/// <param name="Rank">Spearman's correlation with the true length, in [−1, 1].</param>
/// <param name="Across">Share of pairs of two values in the right order.</param>
/// <param name="Within">Share of pairs of one value in the right order; NaN where their lengths are not known so finely.</param>
internal sealed record LengthFigures(
    string Pictures, string Attribute, string Order, int Garments, double Rank, BootstrapInterval Across, BootstrapInterval Within);
