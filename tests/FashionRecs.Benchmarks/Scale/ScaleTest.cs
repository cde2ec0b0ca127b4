using System.Globalization;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>
/// How much more two and three servers serve than one: <c>scale [shoppers 200] [seconds 40] [share 0.3]</c>. Each server gets the same
/// share of one core by a control group, so that three of them leave room for the front, PostgreSQL and the shoppers on two cores, and
/// shoppers ask for more than three serve. Then three servers without a limit, whose shoppers pause as people do, one of which is killed
/// in the middle, and PostgreSQL, which is killed and started again. Prints the tables of <c>docs/operating.md</c>.
/// </summary>
internal static class ScaleTest
{
    /// <summary>Seconds before anything counts.</summary>
    private const double WarmUp = 10;

    /// <summary>Seconds between two clicks where servers are to be filled, and where people are to be served.</summary>
    private const double Hurry = 2, Pause = 8;

    /// <summary>What 95 of 100 have to stay within after a fault, in milliseconds.</summary>
    private const double Allowed = 250;

    /// <summary>Returns 0 where no confirmed click was lost or doubled.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var shoppers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 200;
        var seconds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 40;
        var share = options.Length > 2 ? double.Parse(options[2], CultureInfo.InvariantCulture) : 0.3;
        string words;
        using (var group = ProcessorShare.TryCreate("fashionrecs-tried") ?? throw new PlatformNotSupportedException(
            "Processor time cannot be shared here: no control group can be made. Run it as root on Linux."))
        {
            words = group.Words;
        }

        Console.WriteLine($"{shoppers} shoppers, {seconds} s each, {share} of a core for each server ({words})\n");
        var isWhole = await ShareAsync(shoppers, seconds, share);
        Console.WriteLine($"\nThree servers on PostgreSQL without a limit, the fault in the middle of {seconds} s:\n");
        return await FailAsync(shoppers, seconds) && isWhole ? 0 : 1;
    }

    private static async Task<bool> ShareAsync(int shoppers, int seconds, double share)
    {
        var isWhole = true;
        double? one = null;
        Head("servers", "clicks a second", "pages a second", "p50, ms", "p95, ms", "errors", "times one", "lost", "twice");
        foreach (var (provider, count) in new[] { ("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 2), ("PostgreSQL", 3) })
        {
            using var run = new ScaleRun(provider);
            var shown = await run.RunAsync(count, shoppers, seconds, Hurry, WarmUp, share, _ => Task.CompletedTask);
            var all = shown.Clicks + shown.Pages;
            one = provider == "PostgreSQL" ? one ?? all : null;
            isWhole &= shown.IsWhole;
            Row($"{provider}, {count}", $"{shown.Clicks:0.0}", $"{shown.Pages:0.0}", $"{shown.Median:0}", $"{shown.P95:0}",
                $"{shown.Errors}", one is { } single ? $"{all / single:0.00}" : "", $"{shown.Lost} of {shown.Confirmed}", $"{shown.Twice}");
        }

        return isWhole;
    }

    private static async Task<bool> FailAsync(int shoppers, int seconds)
    {
        var isWhole = true;
        Head("fault", "clicks a second", "p95 before, ms", "p95 after, ms", "below 250 ms again after", "errors", "lost", "twice");
        foreach (var isDatabase in new[] { false, true })
        {
            using var run = new ScaleRun("PostgreSQL");
            var fault = 0.0;
            var shown = await run.RunAsync(3, shoppers, seconds, Pause, WarmUp, 0, async tally =>
            {
                await Task.Delay(TimeSpan.FromSeconds(WarmUp + (seconds / 2.0)));
                fault = tally.Now;
                await Task.Run(isDatabase ? run.RestartDatabase : run.KillOne);
            });
            isWhole &= shown.IsWhole;
            var (before, after) = (shown.Tally.Percentile(0.95, WarmUp, fault), shown.Tally.Percentile(0.95, fault, shown.End));
            Row(isDatabase ? "PostgreSQL killed and started again" : "one server killed with kill -9", $"{shown.Clicks:0.0}", $"{before:0}",
                $"{after:0}", shown.Tally.Calm(fault, shown.End, Allowed) is { } calm ? $"{calm:0} s" : "never", $"{shown.Errors}",
                $"{shown.Lost} of {shown.Confirmed}", $"{shown.Twice}");
        }

        return isWhole;
    }

    private static void Head(params string[] cells)
    {
        Row(cells);
        Console.WriteLine($"|{string.Concat(cells.Select(_ => "---|"))}");
    }

    private static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
