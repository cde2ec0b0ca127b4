using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionRecs.Benchmarks.Load;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>
/// One shopper who clicks, sends a click again until it is confirmed as a browser does, and then asks for the page that follows.
/// </summary>
internal sealed partial class ScaleShopper : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient client;
    private readonly Random random;
    private readonly TimeSpan pause;
    private readonly List<Guid> confirmed = [];
    private readonly HashSet<string> judged = [];
    private string[] products = [];

    /// <summary>A shopper.</summary>
    /// <param name="address">The front.</param>
    /// <param name="seed">What the shopper does, and the loopback address it comes from.</param>
    /// <param name="pause">Between two clicks.</param>
    public ScaleShopper(Uri address, int seed, TimeSpan pause)
    {
        this.pause = pause;
        client = new HttpClient(Loopback.From(new IPAddress([127, 1, (byte)(seed / 250 % 250), (byte)(1 + (seed % 250))])))
        {
            BaseAddress = address, Timeout = TimeSpan.FromSeconds(30),
        };
        random = new Random(seed);
    }

    /// <summary>Clicks at each pause, or as fast as answers come where that is slower, until the end.</summary>
    public async Task ShopAsync(ScaleTally tally, CancellationToken end)
    {
        try
        {
            await Task.Delay(pause * random.NextDouble(), end);
            while (products.Length == 0)
            {
                await OpenAsync(tally, end);
            }

            using var timer = new PeriodicTimer(pause);
            do
            {
                await ClickAsync(tally, end);
                await OpenAsync(tally, end);
            }
            while (await timer.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException)
        {
            // It is over; what was under way is sent again below.
        }
    }

    /// <summary>How many confirmed clicks are not stored, and how many are stored twice.</summary>
    public async Task<(int Confirmed, int Lost, int Twice)> CompareAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var data = await client.GetFromJsonAsync<JsonElement>(new Uri("/account/data", UriKind.Relative));
                Guid[] kept = [.. data.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("id").GetGuid())];
                return (confirmed.Count, confirmed.Except(kept).Count(), kept.Length - kept.Distinct().Count());
            }
            catch (Exception exception) when (tries < 20 && exception is HttpRequestException or OperationCanceledException)
            {
                await Task.Delay(Again);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task ClickAsync(ScaleTally tally, CancellationToken end)
    {
        var position = random.Next(products.Length);
        var kind = random.Next(4) switch { 0 => "like", 1 => "dislike", _ => "view" };
        // A second like of the same product is confirmed without being stored, as it changes nothing: that would read as a loss.
        var click = new
        {
            id = Guid.NewGuid(), kind = kind == "view" || judged.Add(products[position]) ? kind : "view", product = products[position],
            position,
        };
        var began = Stopwatch.GetTimestamp();
        while (await tally.MeasureAsync(isClick: true, began, () => client.PostAsJsonAsync("/clicks", click, end), end) is null)
        {
            await Task.Delay(Again, end);
        }

        confirmed.Add(click.id);
    }

    private async Task OpenAsync(ScaleTally tally, CancellationToken end)
    {
        var began = Stopwatch.GetTimestamp();
        var page = await tally.MeasureAsync(isClick: false, began, () => client.GetAsync(new Uri("/", UriKind.Relative), end), end);
        if (Product().Matches(page ?? "") is { Count: > 0 } shown)
        {
            products = [.. shown.Select(match => match.Groups[1].Value)];
        }
        else
        {
            await Task.Delay(Again, end);
        }
    }

    [GeneratedRegex("data-product-card=\"([^\"]+)\"")]
    private static partial Regex Product();
}
