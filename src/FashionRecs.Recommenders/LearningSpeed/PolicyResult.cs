using FashionRecs.Domain.Statistics;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>How fast one policy learned, over the same shoppers as the others.</summary>
/// <param name="Regret">Opened products lost per shopper against showing the truly best page every time, over all pages; with interval over
/// shoppers.</param>
/// <param name="LateRegret">The same per page over the last quarter of the pages.</param>
/// <param name="LastShare">Expected opened products of the last quarter, as a share of the best page's.</param>
/// <param name="Learned">Share of the shoppers for whom the first product's top reason became the true one and stayed so for the pages
/// asked.</param>
/// <param name="MedianClicks">Median number of opened products until then, over all shoppers; infinite where less than half got
/// there.</param>
/// <param name="MedianInterval">95 % bootstrap interval of that median.</param>
public sealed record PolicyResult(
    string Policy, int Shoppers, BootstrapInterval Regret, BootstrapInterval LateRegret, BootstrapInterval LastShare,
    BootstrapInterval Learned, double MedianClicks, (double Low, double High) MedianInterval);
