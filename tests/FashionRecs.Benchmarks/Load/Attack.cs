using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace FashionRecs.Benchmarks.Load;

/// <summary>
/// What a script without a conscience does beside the honest shoppers, each from an address of its own and without a pause: made-up
/// shoppers who choose and open as much as a message holds, deletions by people of whom nothing is stored, addresses with as many filters
/// as are taken, and passwords that are guessed.
/// </summary>
internal sealed partial class Attack(Uri address)
{
    private readonly ConcurrentDictionary<(string What, int Status), int> answers = new();

    /// <summary>Goes on until the end.</summary>
    public Task RunAsync(CancellationToken end) => Task.WhenAll(
        LoopAsync("made-up shoppers", 1, cookies: false, MakeUpAsync, end),
        LoopAsync("openings", 2, cookies: true, OpenAsync, end),
        LoopAsync("deletions", 3, cookies: true, DeleteAsync, end),
        LoopAsync("filters", 4, cookies: true, FilterAsync, end),
        LoopAsync("passwords", 5, cookies: true, GuessAsync, end));

    /// <summary>How often each was answered how.</summary>
    public override string ToString() =>
        string.Join('\n',
        answers.OrderBy(pair => pair.Key).Select(pair => $"attack: {pair.Key.What}, status {pair.Key.Status}: {pair.Value} times"));

    private async Task LoopAsync(string what, byte from, bool cookies, Func<HttpClient, CancellationToken, Task<HttpResponseMessage>> act,
        CancellationToken end)
    {
        using var client = new HttpClient(Loopback.From(new IPAddress([127, 9, 0, from]), cookies)) { BaseAddress = address };
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var answer = await act(client, end);
                answers.AddOrUpdate((what, (int)answer.StatusCode), 1, (_, count) => count + 1);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                answers.AddOrUpdate((what, 0), 1, (_, count) => count + 1);
            }
        }
    }

    private static Task<HttpResponseMessage> MakeUpAsync(HttpClient client, CancellationToken end) =>
        client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "less", value = "neckline_design:V Neckline" }, end);

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, CancellationToken end) => client.PostAsJsonAsync(
        "/clicks", new { id = Guid.NewGuid(), kind = "view", product = "G0001",
            passed = Enumerable.Range(2, 24).Select(number => new { product = $"G{number:0000}", position = number }) }, end);

    private static async Task<HttpResponseMessage> DeleteAsync(HttpClient client, CancellationToken end)
    {
        var page = await client.GetAsync("/account", end);
        var token = Token().Match(await page.Content.ReadAsStringAsync(end)).Groups[1].Value;
        return await client.PostAsync("/account/delete",
            new FormUrlEncodedContent([KeyValuePair.Create("sure", "yes"), KeyValuePair.Create("__RequestVerificationToken", token)]), end);
    }

    private static Task<HttpResponseMessage> FilterAsync(HttpClient client, CancellationToken end) =>
        client.GetAsync("/catalog?" + string.Join('&', Enumerable.Range(0, 59).Select(number => $"type=x{number}")), end);

    private static Task<HttpResponseMessage> GuessAsync(HttpClient client, CancellationToken end) =>
        client.PostAsync("/account/sign-in",
            new FormUrlEncodedContent(
            [KeyValuePair.Create("Form.Email", "admin@example.org"), KeyValuePair.Create("Form.Password", "a password")]), end);

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
