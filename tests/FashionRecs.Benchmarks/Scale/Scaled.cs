namespace FashionRecs.Benchmarks.Scale;

/// <summary>What a run showed.</summary>
/// <param name="Tally">All answers.</param>
/// <param name="End">When it ended, in seconds of the tally.</param>
/// <param name="Clicks">Confirmed clicks a second.</param>
/// <param name="Pages">Pages a second.</param>
/// <param name="Median">Of clicks and pages, in milliseconds.</param>
/// <param name="P95">The 95th percentile of clicks and pages, in milliseconds.</param>
/// <param name="Errors">Answers that were none.</param>
/// <param name="Confirmed">Clicks that were confirmed, warm-up included.</param>
/// <param name="Lost">Of them those that are not stored.</param>
/// <param name="Twice">Clicks that are stored twice.</param>
internal sealed record Scaled(
    ScaleTally Tally, double End, double Clicks, double Pages, double Median, double P95, int Errors, int Confirmed, int Lost, int Twice)
{
    /// <summary>Whether nothing was lost or doubled.</summary>
    public bool IsWhole => Confirmed > 0 && Lost == 0 && Twice == 0;
}
