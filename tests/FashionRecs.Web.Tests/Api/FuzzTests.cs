using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FashionRecs.Web.Tests.Api;

/// <summary>
/// Sends what the description allows, and what it does not, made up from a seed: whatever comes, the answer is never 500, and every refusal
/// says why.
/// </summary>
public class FuzzTests(ApiShop shop) : IClassFixture<ApiShop>
{
    /// <summary>How many requests per operation; more than in the suite where somebody asks for them.</summary>
    private const string More = "FASHIONRECS_FUZZ_REQUESTS";

    private const int Usual = 12;

    private static readonly string[] Texts =
    [
        "p1", "p2", "ada", "", " ", "none", "0", "-1", "2147483648", "1e400", "null", "true", "neckline_design:v_neckline",
        "sleeve_length", "%00", "\u0000", "../../etc", "'; DROP TABLE \"Events\"; --",
        "<script>", "🧥", "\u202Eabc", "00000000-0000-0000-0000-000000000000", "7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001",
        "2999-01-01T00:00:00Z", "like", "view", "more", "forYou", "cDE", "MTA",
        new('x', 500), "\ud83d",
    ];

    [Fact]
    public async Task Request_MadeUpFromTheDescription_IsNever500()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(More), NumberStyles.None, CultureInfo.InvariantCulture, out var more)
            ? more : Usual;
        var random = new Random(20_261_128);
        var document = new ApiDocument(JsonDocument.Parse(await shop.CreateClient().GetStringAsync("/openapi/v1.json")).RootElement);
        var client = shop.Api();
        var answered = new Dictionary<int, int>();
        foreach (var (method, path, operation) in document.Operations())
        {
            for (var request = 0; request < count; request++)
            {
                using var message = Make(document, method, path, operation, random);
                var asked = $"{message.Method} {message.RequestUri} {(message.Content is null ? "" : await message.Content.ReadAsStringAsync())}";
                using var answer = await client.SendAsync(message);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True((int)answer.StatusCode < 500, $"{asked} → {(int)answer.StatusCode} {text}");
                if ((int)answer.StatusCode >= 400)
                {
                    Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                        $"{asked} → {(int)answer.StatusCode} {text}");
                }

                answered[(int)answer.StatusCode] = answered.GetValueOrDefault((int)answer.StatusCode) + 1;
            }
        }

        Assert.True(answered.GetValueOrDefault(200) > 0 && answered.GetValueOrDefault(400) > 0, string.Join(", ", answered));
    }

    private static HttpRequestMessage Make(ApiDocument document, string method, string path, JsonElement operation, Random random)
    {
        var query = new List<string>();
        foreach (var parameter in document.Parameters(operation))
        {
            var name = parameter.GetProperty("name").GetString()!;
            var text = Text(document.Resolve(parameter.GetProperty("schema")), random);
            if (parameter.GetProperty("in").GetString() == "path")
            {
                path = path.Replace($"{{{name}}}", Escaped(text.Trim('\0').Length == 0 ? "-" : text), StringComparison.Ordinal);
            }
            else if (random.Next(3) > 0)
            {
                query.Add($"{name}={Escaped(text)}");
            }
        }

        var message = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()),
            query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
        if (document.Body(operation) is { } body)
        {
            var json = random.Next(8) == 0 ? Texts[random.Next(Texts.Length)] : Value(document, body, random, 0)?.ToJsonString() ?? "null";
            message.Content = new StringContent(json, Encoding.UTF8, random.Next(20) == 0 ? "text/plain" : "application/json");
        }

        if (random.Next(5) == 0)
        {
            message.Headers.Add("Idempotency-Key", $"k{random.Next(4)}");
        }

        return message;
    }

    /// <summary>A lone half of a letter cannot be escaped.</summary>
    private static string Escaped(string text) => text == "\ud83d" ? "%F0%9F" : Uri.EscapeDataString(text);

    private static string Text(JsonElement schema, Random random) =>
        Kind(schema) == "integer" && random.Next(2) == 0
            ? random.Next(-3, 120).ToString(CultureInfo.InvariantCulture) : Texts[random.Next(Texts.Length)];

    private static JsonNode? Value(ApiDocument document, JsonElement schema, Random random, int depth)
    {
        var known = document.Resolve(schema);
        if (random.Next(12) == 0 || depth > 5)
        {
            return random.Next(3) switch { 0 => null, 1 => JsonValue.Create(random.Next(-5, 5)), _ => new JsonArray() };
        }

        switch (Kind(known))
        {
            case "object":
                var made = new JsonObject();
                foreach (var property in known.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
                {
                    if (random.Next(6) > 0)
                    {
                        made[property.Name] = Value(document, property.Value, random, depth + 1);
                    }
                }

                return made;
            case "array":
                return new JsonArray([.. Enumerable.Range(0, random.Next(4))
                    .Select(_ => Value(document, known.GetProperty("items"), random, depth + 1))]);
            case "integer":
                return JsonValue.Create(random.Next(-10, 20_000));
            case "number":
                return JsonValue.Create(Math.Round((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(0, 12)), 2));
            case "boolean":
                return JsonValue.Create(random.Next(2) == 0);
            default:
                return known.TryGetProperty("format", out var format) && format.GetString() == "uuid" && random.Next(4) > 0
                    ? JsonValue.Create(new Guid(random.Next(), 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]))
                        : JsonValue.Create(Texts[random.Next(Texts.Length - 1)]);
        }
    }

    private static string Kind(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? "string"
        : type.ValueKind == JsonValueKind.String ? type.GetString()!
        : type.EnumerateArray().Select(kind => kind.GetString()!).FirstOrDefault(kind => kind is not ("null" or "string")) ?? "string";
}
