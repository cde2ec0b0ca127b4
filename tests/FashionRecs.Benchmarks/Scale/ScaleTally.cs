using System.Collections.Concurrent;
using System.Diagnostics;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>What was answered when, and how long it took from the first try on. Thread-safe.</summary>
internal sealed class ScaleTally
{
    private readonly ConcurrentBag<(double At, bool IsClick, double Milliseconds)> answers = [];
    private readonly long began = Stopwatch.GetTimestamp();
    private int errors;

    /// <summary>Answers that were none: refused, broken off, or too late.</summary>
    public int Errors => errors;

    /// <summary>Seconds since it began.</summary>
    public double Now => Stopwatch.GetElapsedTime(began).TotalSeconds;

    /// <summary>Makes a request; returns its body, or null where it did not succeed.</summary>
    public async Task<string?> MeasureAsync(bool isClick, long since, Func<Task<HttpResponseMessage>> request, CancellationToken end)
    {
        try
        {
            using var answer = await request();
            if (answer.IsSuccessStatusCode)
            {
                var body = await answer.Content.ReadAsStringAsync(end);
                answers.Add((Now, isClick, Stopwatch.GetElapsedTime(since).TotalMilliseconds));
                return body;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !end.IsCancellationRequested))
        {
            // Counted below.
        }

        Interlocked.Increment(ref errors);
        return null;
    }

    /// <summary>Answers a second between two moments.</summary>
    public double Rate(bool isClick, double from, double until) =>
        answers.Count(answer => answer.IsClick == isClick && answer.At >= from && answer.At < until) / (until - from);

    /// <summary>The time that a part of clicks and pages between two moments stayed within, by the nearest rank; 0 without any.</summary>
    public double Percentile(double part, double from, double until)
    {
        double[] sorted =
            [.. answers.Where(answer => answer.At >= from && answer.At < until).Select(answer => answer.Milliseconds).Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }

    /// <summary>How many seconds after a moment no later two seconds have a p95 at or above a limit; null where that never comes.</summary>
    public double? Calm(double after, double until, double limit)
    {
        var last = Enumerable.Range(0, Math.Max(0, (int)((until - after) / 2)))
            .Where(two => Percentile(0.95, after + (2 * two), after + (2 * two) + 2) >= limit)
            .Select(two => 2.0 * (two + 1)).LastOrDefault();
        return after + last < until - 2 ? last : null;
    }
}
