namespace FashionRecs.Benchmarks.Pages;

/// <summary>One opening of a page.</summary>
/// <param name="Kilobytes">Bytes over the wire ÷ 1000, headers included.</param>
/// <param name="Requests">Answers that came.</param>
/// <param name="FirstPaint">First contentful paint, ms.</param>
/// <param name="LargestPaint">Largest contentful paint, ms.</param>
/// <param name="Shift">Cumulative layout shift.</param>
/// <param name="Press">From a press of the first heart, or else of the theme's button, to the next paint, ms.</param>
internal sealed record PageWeight(
    double Kilobytes, int Requests, double FirstPaint, double LargestPaint, double Shift, double Press);
