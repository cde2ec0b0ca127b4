using System.Diagnostics;
using System.Globalization;

namespace FashionRecs.Benchmarks.Load;

/// <summary>
/// Starts the real server on loopback with the seed catalog and lets shoppers click: <c>load [shoppers 200] [seconds 60] [attack]</c>. With
/// <c>attack</c> others beside them do what they can to hold the shop up. Each shopper clicks every two seconds and then asks for the page
/// that follows, which is what a circuit does after a click.
/// </summary>
internal static class LoadTest
{
    /// <summary>The 95th percentile that must hold, in milliseconds.</summary>
    private const double Allowed = 250;

    /// <summary>Part of the due clicks that must have been made.</summary>
    private const double LeastMade = 0.98;

    /// <summary>Returns 0 where the 95th percentiles hold, the clicks were made when they were due, and nothing failed.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var shoppers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 200;
        var duration = TimeSpan.FromSeconds(options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 60);
        await using var shop = await ShopProcess.StartAsync();
        Console.WriteLine($"The shop answers at {shop.Address}.");

        var first = new Latencies("first page of a new shopper, one at a time");
        for (var visit = 0; visit < 40; visit++)
        {
            using var visitor = new LoadShopper(shop.Address, seed: 1_000_000 + visit);
            await visitor.OpenAsync(visit < 10 ? new Latencies("warming up") : first);
        }

        var (clicks, pages, arrivals) =
            (new Latencies("click"), new Latencies("page after it"), new Latencies("first page while others click"));
        using var own = Process.GetCurrentProcess();
        var (serverBefore, ownBefore) = (shop.ProcessorTime, own.TotalProcessorTime);
        using var end = new CancellationTokenSource(duration);
        var attack = options.Length > 2 ? new Attack(shop.Address) : null;
        var attacking = attack?.RunAsync(end.Token);
        var due = await Task.WhenAll(Enumerable.Range(0, shoppers).Select(async number =>
        {
            using var shopper = new LoadShopper(shop.Address, number);
            return await shopper.ShopAsync(arrivals, clicks, pages, end.Token);
        }));

        await (attacking ?? Task.CompletedTask);
        own.Refresh();
        var (server, load) = (shop.ProcessorTime - serverBefore, own.TotalProcessorTime - ownBefore);
        Console.WriteLine(
            $"{shoppers} shoppers, a click every {LoadShopper.Pause.TotalSeconds:0} s, {duration.TotalSeconds:0} s, "
                + $"{Environment.ProcessorCount} cores shared by server and shoppers");
        Latencies[] all = [first, arrivals, clicks, pages];
        foreach (var latencies in all)
        {
            Console.WriteLine(latencies);
        }

        if (attack is not null)
        {
            Console.WriteLine(attack);
        }

        // Says what a click costs whatever else the machine does.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"processor time per click and page: server {server.TotalMilliseconds / clicks.Count:0.0} ms, shoppers "
                + $"{load.TotalMilliseconds / clicks.Count:0.0} ms"));

        // Who waits for an answer does not click: a slow shop must not look fast because it was asked less.
        Console.WriteLine($"{clicks.Count} clicks of {due.Sum()} that were due");
        return clicks.Count >= LeastMade * due.Sum() && all.All(latencies => latencies.Failed == 0) && clicks.Percentile(95) < Allowed
            && pages.Percentile(95) < Allowed ? 0 : 1;
    }
}
