using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FashionRecs.Web.Tests.Api;

/// <summary>What the documentation tells people to type is sent as it stands.</summary>
public partial class DocumentationTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private static string Folder => Path.Combine(Path.GetDirectoryName(ApiDocument.FilePath())!, "..");

    [Fact]
    public async Task Collection_Sent_IsAnswered()
    {
        var requests = (await File.ReadAllTextAsync(Path.Combine(Folder, "api", "api.http"))).Split("###").Skip(1).ToArray();
        Assert.NotEmpty(requests);
        foreach (var request in requests)
        {
            var line = Request().Match(request);
            await SendAsync(line.Groups["method"].Value, line.Groups["path"].Value,
                request.Split("\n\n", 2) is [_, var body] && body.Contains('{', StringComparison.Ordinal) ? body : null);
        }
    }

    private async Task<JsonElement> SendAsync(string method, string path, string? body)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var answer = await shop.Api().SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex(@"(?<method>[A-Z]+) \{\{shop\}\}(?<path>\S+)")]
    private static partial Regex Request();
}
