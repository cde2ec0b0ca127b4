using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Tests.Shop.Arms;

namespace FashionRecs.Web.Tests.Api;

/// <summary>The collection of requests is complete, and each is sent as it stands, one after the other as a person would.</summary>
public partial class DocumentationTests
{
    private const string Messages = "messages";

    private static string FilePath => Path.Combine(Path.GetDirectoryName(ApiDocument.FilePath())!, "api.http");

    private static IReadOnlyList<CollectedRequest> Requests() =>
        [.. File.ReadAllText(FilePath).Split("###\n").Skip(1).Select(CollectedRequest.Read)];

    [Fact]
    public void Collection_BesideTheDescription_HoldsEveryOperation()
    {
        var document = new ApiDocument(JsonDocument.Parse(File.ReadAllText(ApiDocument.FilePath())).RootElement);
        var requests = Requests();

        Assert.Empty(document.Operations().Where(operation => !requests.Any(request =>
            request.Method.Equals(operation.Method, StringComparison.OrdinalIgnoreCase)
            && Regex.IsMatch(request.Path.Split('?')[0], $"^{Place().Replace(operation.Path, "[^/]+")}$")))
            .Select(operation => $"{operation.Method} {operation.Path}"));
    }

    [Fact]
    public async Task Collection_Sent_IsAnswered()
    {
        await using var other = await OtherServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/list.csv")
            {
                context.Response.ContentType = "text/csv";
                await context.Response.Body.WriteAsync("product,name,image\nn1,Linen dress,http://127.0.0.1:1/none.jpg\n"u8.ToArray());
                return;
            }

            context.Response.StatusCode = 410; // What a webhook's message cannot come back from: it is given up, and can be sent again.
        });
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly(), server: new ConnectedShop(other.Host));
        using var client = await ((ConnectedShop)shop.Server).ApiAsync();
        var values = new CollectedValues(new()
        {
            ["list"] = $"http://{other.Host}/list.csv", ["told"] = $"http://{other.Host}/told", ["experiment"] = ArmShop.Key,
            ["product"] = "p1", ["other"] = "p2", ["shop"] = "",
        });
        foreach (var request in Requests())
        {
            values.Answers[request.Name] = await SendAsync(client, await FilledAsync(request));
        }

        // What comes of a request may take a moment: it is asked for again until it is there.
        async Task<CollectedRequest> FilledAsync(CollectedRequest request)
        {
            for (var tries = 0; ; tries++)
            {
                var filled = values.TryFill(request, out var missing);
                if (filled is not null && !(request.Path.EndsWith("/again", StringComparison.Ordinal) && !IsGivenUp()))
                {
                    return filled;
                }

                Assert.True(tries < 200, $"{request.Method} {request.Path}: {missing} never came.");
                await Task.Delay(100);
                var before = Requests().Single(one => one.Name == (missing ?? Messages).Split('.')[0]);
                values.Answers[before.Name] = await SendAsync(client, values.TryFill(before, out _)!);
            }
        }

        bool IsGivenUp() =>
            values.Answers[Messages].GetProperty("messages")[0].GetProperty("state").GetString() == "givenUp";
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, CollectedRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
        if (request.Body is { } body)
        {
            message.Content = body.StartsWith("< ", StringComparison.Ordinal)
                ? new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(FilePath)!, body[2..].Trim())))
                : new StringContent(body, Encoding.UTF8);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType!);
        }

        using var answer = await client.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.Path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
