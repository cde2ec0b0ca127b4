using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Benchmarks.Kill;

/// <summary>Writes to the shop as a client does: what is not confirmed is sent again, the same, to the next server.</summary>
internal sealed class KillWriter(string key)
{
    private readonly AttributeVocabulary vocabulary = AttributeVocabularyFile.Default;

    /// <summary>Confirmed events by shopper.</summary>
    public ConcurrentDictionary<Guid, ConcurrentQueue<Guid>> Events { get; } = new();

    /// <summary>Confirmed reviews.</summary>
    public ConcurrentQueue<Guid> Reviews { get; } = new();

    /// <summary>Confirmed outcomes of the experiment.</summary>
    public ConcurrentQueue<Guid> Outcomes { get; } = new();

    /// <summary>How much was confirmed.</summary>
    public int Confirmed => Events.Values.Sum(sent => sent.Count) + Reviews.Count + Outcomes.Count;

    /// <summary>Where servers answer; null while none does.</summary>
    public Uri? Address { get; set; }

    /// <summary>Clicks until the end.</summary>
    public async Task ClickAsync(Guid shopper, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var id = Guid.NewGuid();
            await SendAsync("events", new { id, kind = "more", shopper, value = "neckline_design:V Neckline" }, end);
            Events.GetOrAdd(shopper, _ => new ConcurrentQueue<Guid>()).Enqueue(id);
        }
    }

    /// <summary>Reviews until the end.</summary>
    public async Task ReviewAsync(CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var attribute = vocabulary.Attributes[number % vocabulary.Attributes.Count];
            var value = attribute.Values[number / 7 % attribute.Values.Count];
            var id = Guid.NewGuid();
            await SendAsync("reviews", new { id, product = $"p{number % 40}", value = value.FullCode() }, end);
            Reviews.Enqueue(id);
        }
    }

    /// <summary>Takes part in the experiment until the end, as one shopper after the other.</summary>
    public async Task TakePartAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var shopper = Guid.NewGuid();
            foreach (var product in new[] { "p0", "p2", "p4" })
            {
                await SendAsync("events", new { id = Guid.NewGuid(), kind = "like", shopper, product }, end);
            }

            var list = await AskAsync(client => client.GetAsync(
                new Uri($"/api/v1/recommendations?shopper={shopper}&experiment={KilledShop.Experiment}", UriKind.Relative), end), end);
            var shown = list.GetProperty("products").EnumerateArray().Select(Shown);
            if (shown.FirstOrDefault(handed => handed is not null) is not { } token)
            {
                continue;
            }

            await SendAsync("experiments/exposures", new { exposures = new[] { new { id = Guid.NewGuid(), shown = token, shopper } } },
                end);
            var id = Guid.NewGuid();
            await SendAsync("experiments/outcomes",
                new { outcomes = new[] { new { id, kind = "dwell", shown = token, value = 3, shopper } } }, end);
            Outcomes.Enqueue(id);
        }
    }

    private static string? Shown(JsonElement product) =>
        product.TryGetProperty("shown", out var shown) && shown.ValueKind == JsonValueKind.String ? shown.GetString() : null;

    private Task<JsonElement> SendAsync(string what, object message, CancellationToken end) =>
        AskAsync(client => client.PostAsJsonAsync(new Uri($"/api/v1/{what}", UriKind.Relative), message, end), end);

    private async Task<JsonElement> AskAsync(Func<HttpClient, Task<HttpResponseMessage>> ask, CancellationToken end)
    {
        while (true)
        {
            end.ThrowIfCancellationRequested();
            try
            {
                if (Address is { } address)
                {
                    using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
                    client.DefaultRequestHeaders.Authorization = new("Bearer", key);
                    var answer = await ask(client);
                    if (answer.IsSuccessStatusCode)
                    {
                        return await answer.Content.ReadFromJsonAsync<JsonElement>(end);
                    }

                    if ((int)answer.StatusCode < 500)
                    {
                        throw new InvalidOperationException($"Refused: {await answer.Content.ReadAsStringAsync(end)}");
                    }
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException
                || (exception is OperationCanceledException && !end.IsCancellationRequested))
            {
                // The server was killed in the middle of it, or does not answer in time.
            }

            await Task.Delay(50, end);
        }
    }
}
