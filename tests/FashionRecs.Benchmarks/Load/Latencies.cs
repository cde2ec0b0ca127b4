using System.Globalization;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace FashionRecs.Benchmarks.Load;

/// <summary>How long requests of one kind took, in milliseconds. Thread-safe.</summary>
internal sealed class Latencies(string name)
{
    private readonly ConcurrentBag<double> taken = [];
    private int failed;

    /// <summary>Requests that were made.</summary>
    public int Count => taken.Count;

    /// <summary>Requests that were refused or did not come back.</summary>
    public int Failed => failed;

    /// <summary>Times a request and counts it as failed where it was refused or broke; returns its body, or null.</summary>
    public async Task<string?> MeasureAsync(Func<Task<HttpResponseMessage>> request)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await request();
            var body = await answer.Content.ReadAsStringAsync();
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.IsSuccessStatusCode)
            {
                return body;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Interlocked.Increment(ref failed);
        return null;
    }

    /// <summary>The time that a part of the requests stayed within, by the nearest rank; 0 without requests.</summary>
    /// <param name="part">In percent, above 0 and at most 100.</param>
    public double Percentile(double part)
    {
        var sorted = taken.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(part / 100 * sorted.Length) - 1)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name,-45} n {taken.Count,6}  failed {failed,3}  min {taken.DefaultIfEmpty().Min(),7:0.0}  p50 {Percentile(50),7:0.0}  p95 "
            + $"{Percentile(95),7:0.0}  p99 {Percentile(99),7:0.0}  max {Percentile(100),7:0.0} ms");
}
