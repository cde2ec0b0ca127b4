using System.Diagnostics;
using System.Globalization;
using FashionRecs.Tests.Fuzzing;

namespace FashionRecs.Benchmarks.Fuzz;

/// <summary>
/// Sends made-up requests to every address that the shop maps: <c>fuzz [requests 100000] [seed 1]</c>. Nothing may be answered with 500,
/// and what is held after a fifth of them may grow by little until the end.
/// </summary>
internal static class FuzzMeasurement
{
    /// <summary>Requests of each visitor until they come anew, for example since staff has deleted its own account.</summary>
    private const int Round = 500;

    /// <summary>What may be held more at the end than after a fifth, in MB: caches fill up to bounds of theirs.</summary>
    private const double Allowed = 200;

    /// <summary>Returns 0 where nothing failed and memory stayed within its bound.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var count = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 1;
        await using var shop = new FuzzShop();
        var (visitors, run) = (new FuzzVisitors(shop.Services, shop.Client), new FuzzRun());
        Console.WriteLine($"{visitors.Endpoints.Count} addresses, seed {seed}");
        var (began, early) = (Stopwatch.GetTimestamp(), 0.0);
        for (var sent = 0; sent < count;)
        {
            var each = Math.Min(Round, (count - sent + 3) / 4);
            await visitors.SendAsync(run, each, seed + (sent * 7));
            sent += 4 * each;
            var held = Held();
            early = sent <= Math.Max(4 * each, count / 5) ? held : early;
            if (sent % (20 * Round) < 4 * Round || sent >= count)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{sent} requests, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {held:0} MB held, {Environment.WorkingSet >> 20} MB resident: {Said(run)}"));
            }
        }

        foreach (var failure in run.Failures)
        {
            Console.WriteLine(failure);
        }

        var grown = Held() - early;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{grown:0} MB more held than after a fifth, {Allowed:0} allowed"));
        return run.Failures.Count == 0 && grown <= Allowed ? 0 : 1;
    }

    private static double Held() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private static string Said(FuzzRun run) =>
        string.Join(", ", run.Answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} × {pair.Value}"));
}
