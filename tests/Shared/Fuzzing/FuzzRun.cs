using System.Collections.Concurrent;

namespace FashionRecs.Tests.Fuzzing;

/// <summary>Sends requests that were made up and counts the answers.</summary>
internal sealed class FuzzRun
{
    /// <summary>Failures that are kept as text.</summary>
    private const int Most = 20;

    private readonly ConcurrentDictionary<int, int> answers = new();
    private readonly ConcurrentQueue<string> failures = new();

    /// <summary>How often each status was answered; 0 where the connection ended before an answer.</summary>
    public IReadOnlyDictionary<int, int> Answers => answers;

    /// <summary>Requests after which the server said 500 or more, with what was sent; the first 20.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Sends some, one after the other.</summary>
    /// <param name="client">Who sends.</param>
    /// <param name="requests">What is sent.</param>
    /// <param name="count">How many.</param>
    public async Task SendAsync(HttpClient client, FuzzRequests requests, int count)
    {
        for (var sent = 0; sent < count; sent++)
        {
            using var message = requests.Next();
            var body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync();
            try
            {
                using var answer = await client.SendAsync(message);
                Count((int)answer.StatusCode, message, body);
            }
            catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException)
            {
                // The server of tests throws where Kestrel refuses what is no address.
                Count(0, message, body);
            }
        }
    }

    private void Count(int status, HttpRequestMessage message, byte[] body)
    {
        answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        // A shop that is not ready says so with 503, whatever is asked.
        var isHealth = status == 503 && message.RequestUri?.OriginalString.Contains("/health/", StringComparison.Ordinal) == true;
        if (status >= 500 && !isHealth && failures.Count < Most)
        {
            failures.Enqueue($"{status}: {message.Method} {message.RequestUri} {message.Content?.Headers.ContentType} "
                + $"{string.Join("; ", message.Headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))} "
                + System.Text.Encoding.Latin1.GetString(body));
        }
    }
}
