using System.Globalization;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>
/// How much more two and three servers serve than one: <c>scale [shoppers 200] [seconds 40] [share 0.3]</c>. Each server gets the same share
/// of one core by a control group, so that three of them leave room for the front, PostgreSQL and the shoppers on two cores. Then three
/// servers without a limit, one of which is killed in the middle, and PostgreSQL, which is killed and started again. Prints the tables of
/// <c>docs/operating.md</c>.
/// </summary>
internal static class ScaleTest
{
    /// <summary>Seconds before anything counts.</summary>
    private const double WarmUp = 10;

    /// <summary>What 95 of 100 have to stay within after a fault, in milliseconds.</summary>
    private const double Allowed = 250;

    /// <summary>Returns 0 where no confirmed click was lost or doubled.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var shoppers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 200;
        var seconds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 40;
        var share = options.Length > 2 ? double.Parse(options[2], CultureInfo.InvariantCulture) : 0.3;
        var isWhole = true;
        double? one = null;
        Print($"{shoppers} shoppers, {seconds} s each after {WarmUp:0} s, {share:0.##} of a core for each server", "");
        Print("| servers | clicks a second | pages a second | p50, ms | p95, ms | errors | times one | lost | twice |", "|---|---|---|---|---|---|---|---|---|");
        foreach (var (provider, count) in new[] { ("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 2), ("PostgreSQL", 3) })
        {
            using var run = new ScaleRun(provider);
            var measured = await run.RunAsync(count, shoppers, seconds, WarmUp, share, _ => Task.CompletedTask);
            one = provider == "PostgreSQL" ? one ?? measured.Clicks + measured.Pages : null;
            isWhole &= measured.IsWhole;
            Print($"| {provider}, {count} | {measured.Clicks:0.0} | {measured.Pages:0.0} | {measured.Median:0} | {measured.P95:0} | {measured.Errors} | "
                + $"{(one is { } single ? (measured.Clicks + measured.Pages) / single : 1):0.00} | {measured.Lost} of {measured.Confirmed} | {measured.Twice} |");
        }

        Print("", $"Three servers on PostgreSQL without a limit, the fault after {WarmUp + (seconds / 3.0):0} s:", "");
        Print("| fault | clicks a second | p95 before, ms | p95 after, ms | below 250 ms again after | errors | lost | twice |", "|---|---|---|---|---|---|---|---|");
        foreach (var isDatabase in new[] { false, true })
        {
            using var run = new ScaleRun("PostgreSQL");
            var fault = 0.0;
            var measured = await run.RunAsync(3, shoppers, seconds, WarmUp, 0, async tally =>
            {
                await Task.Delay(TimeSpan.FromSeconds(WarmUp + (seconds / 3.0)));
                fault = tally.Now;
                await Task.Run(isDatabase ? run.RestartDatabase : run.KillOne);
            });
            isWhole &= measured.IsWhole;
            var calm = measured.Tally.Calm(fault, measured.End, Allowed);
            Print($"| {(isDatabase ? "PostgreSQL killed and started again" : "one server killed with kill -9")} | {measured.Clicks:0.0} | "
                + $"{measured.Tally.Percentile(0.95, WarmUp, fault):0} | {measured.Tally.Percentile(0.95, fault, measured.End):0} | "
                + $"{(calm is { } back ? $"{back:0} s" : "never")} | {measured.Errors} | {measured.Lost} of {measured.Confirmed} | {measured.Twice} |");
        }

        return isWhole ? 0 : 1;
    }

    private static void Print(params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }
}
