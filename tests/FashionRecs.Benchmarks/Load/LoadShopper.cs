using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace FashionRecs.Benchmarks.Load;

/// <summary>One shopper with a connection and cookies of their own.</summary>
internal sealed partial class LoadShopper : IDisposable
{
    /// <summary>Time between two clicks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly HttpClient client;
    private readonly Random random;
    private string[] products = [];

    public LoadShopper(Uri address, int seed)
    {
        client = new HttpClient(Loopback.From(new IPAddress([127, 1, (byte)(seed / 250 % 250), (byte)(1 + (seed % 250))]))) { BaseAddress =
            address, Timeout = TimeSpan.FromSeconds(30) };
        random = new Random(seed);
    }

    /// <summary>Opens the start page and remembers its products.</summary>
    public async Task OpenAsync(Latencies latencies)
    {
        if (await latencies.MeasureAsync(() => client.GetAsync("/")) is { } page)
        {
            products = [.. Product().Matches(page).Select(match => match.Groups[1].Value)];
        }
    }

    /// <summary>
    /// Comes at a time of their own, then clicks every two seconds until the end; returns how many clicks that makes where the shop keeps
    /// up.
    /// </summary>
    public async Task<int> ShopAsync(Latencies arrivals, Latencies clicks, Latencies pages, CancellationToken end)
    {
        var arrived = Stopwatch.GetTimestamp();
        try
        {
            await Task.Delay(Pause * random.NextDouble() * 3, end);
            await OpenAsync(arrivals);
            arrived = Stopwatch.GetTimestamp();
            using var timer = new PeriodicTimer(Pause);
            while (await timer.WaitForNextTickAsync(end) && products.Length > 0)
            {
                var position = random.Next(products.Length);
                var kind = random.Next(4) switch { 0 => "like", 1 => "dislike", _ => "view" };
                await clicks.MeasureAsync(() =>
                    client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, product = products[position], position },
                    CancellationToken.None));
                await OpenAsync(pages);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        return (int)(Stopwatch.GetElapsedTime(arrived) / Pause);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("data-product-card=\"([^\"]+)\"")]
    private static partial Regex Product();
}
