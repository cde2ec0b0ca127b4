using System.Text.Json;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>What a visitor's page handed to the shop, each message once however often it was sent.</summary>
internal sealed class SentMessages
{
    private readonly IPage page;
    private readonly Dictionary<Guid, string> kinds = [];

    public SentMessages(Visitor visitor)
    {
        page = visitor.Page;
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (path is "/clicks" or "/shown" && request.PostData is { } body)
            {
                using var json = JsonDocument.Parse(body);
                foreach (var message in path == "/clicks" ? [json.RootElement] : json.RootElement.EnumerateArray().ToArray())
                {
                    Requests++;
                    kinds[message.GetProperty("id").GetGuid()] = message.GetProperty("kind").GetString()!;
                }
            }
        };
    }

    /// <summary>How often any message was sent.</summary>
    public int Requests { get; private set; }

    /// <summary>Numbers of the messages of a kind.</summary>
    public HashSet<Guid> Of(string kind) => [.. kinds.Where(pair => pair.Value == kind).Select(pair => pair.Key)];

    /// <summary>How many messages there are.</summary>
    public int Count => kinds.Count;

    /// <summary>Waits until the shop has confirmed everything that was sent.</summary>
    public Task ConfirmedAsync() => page.WaitForFunctionAsync(
        "() => ['fashionrecs-shown', 'fashionrecs-outbox'].every(key => JSON.parse(localStorage.getItem(key) ?? '[]').length === 0)");
}
