using FashionRecs.Domain.Statistics;

namespace FashionRecs.Domain.Reviews.Statistics;

/// <summary>One bar of a reliability diagram (DeGroot, Fienberg, "The comparison and evaluation of forecasters", 1983).</summary>
/// <param name="From">Lower end of the confidences.</param>
/// <param name="To">Upper end.</param>
/// <param name="Count">Answers in between.</param>
/// <param name="Confidence">Their mean confidence; NaN without any.</param>
/// <param name="Right">The share of them that is right, with Wilson's 95 % interval.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, ShareInterval Right)
{
    /// <summary>Sorts answers into equally wide bins over [0, 1] by their confidence.</summary>
    public static IReadOnlyList<CalibrationBin> Of(IEnumerable<ReviewedCase> cases, int bins = 10)
    {
        var groups = cases.ToLookup(reviewed => Math.Min(bins - 1, (int)(reviewed.Confidence * bins)));
        return [.. Enumerable.Range(0, bins).Select(bin =>
        {
            ReviewedCase[] own = [.. groups[bin]];
            return new CalibrationBin(
                (double)bin / bins, (bin + 1.0) / bins, own.Length,
                own.Length > 0 ? own.Average(reviewed => reviewed.Confidence) : double.NaN,
                ShareInterval.Of(own.Count(reviewed => reviewed.IsRight), own.Length));
        })];
    }

    /// <summary>
    /// The expected calibration error: the mean distance of confidence and accuracy, weighted by answers (Guo et al. 2017); NaN without
    /// any.
    /// </summary>
    public static double ExpectedError(IReadOnlyList<CalibrationBin> bins)
    {
        double count = bins.Sum(bin => bin.Count);
        return count == 0 ? double.NaN
            : bins.Where(bin => bin.Count > 0).Sum(bin => bin.Count / count * Math.Abs(bin.Confidence - bin.Right.Share));
    }
}
