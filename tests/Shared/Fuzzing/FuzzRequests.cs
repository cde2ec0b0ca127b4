using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FashionRecs.Tests.Fuzzing;

/// <summary>Makes requests up from a seed: half of what they hold is what the address asks for, the other half is anything.</summary>
/// <param name="endpoints">Where to.</param>
/// <param name="known">Words that mean something to the shop, such as ids of products.</param>
/// <param name="random">Where the making up comes from.</param>
internal sealed class FuzzRequests(IReadOnlyList<FuzzEndpoint> endpoints, IReadOnlyList<string> known, Random random)
{
    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1", "2147483648", "9223372036854775808", "1e400", "NaN", "0.1", "null", "true", "yes", "no", "on",
        "neckline_design:V-Shaped", "neckline_design:V Neckline", "sleeve_length", "../../etc/passwd", "..%2f..%2f", "%00", "\u0000",
        "'; DROP TABLE \"Events\"; --", "<script>alert(1)</script>", "=1+1", "🧥", "\u202Eabc", "é", "ﬃ", "00000000-0000-0000-0000-000000000000",
        "7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001", "2999-01-01T00:00:00Z", "0001-01-01", "like", "view", "more", "bag", "undo", "seen", "dwell",
        "http://127.0.0.1/", "//evil.example", "javascript:alert(1)", "{\"a\":[1,2]}", "a b c d e f g", "CfDJ8", "en", "zh",
        "\r\nX-Odd: 1", new('x', 300), new('%', 40), new('9', 60), string.Concat(Enumerable.Repeat("连", 90)),
    ];

    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
            "multipart/form-data; boundary=x", "image/jpeg", "application/problem+json", "*/*", "text/csv"];

    /// <summary>What lets a form through; null where none does.</summary>
    public string? FormToken { get; init; }

    /// <summary>The next request.</summary>
    public HttpRequestMessage Next()
    {
        var endpoint = endpoints[random.Next(endpoints.Count)];
        var method = random.Next(40) == 0 ? Pick(["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
            : endpoint.Methods.Count > 0 ? Pick(endpoint.Methods) : "GET";
        var message = new HttpRequestMessage(new HttpMethod(method), Address(endpoint));
        if (method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            message.Content = Body(endpoint);
        }

        if (random.Next(6) == 0)
        {
            // Neither may stand in a header as it is.
            message.Headers.TryAddWithoutValidation(Pick(["Accept-Language", "Idempotency-Key", "If-None-Match", "Range", "X-Shopper", "Referer",
                "Authorization", "Accept", "X-Forwarded-For", "Origin", "If-Match", "X-HTTP-Method-Override"]), Ascii(Text()));
        }

        return message;
    }

    private string Address(FuzzEndpoint endpoint)
    {
        var path = endpoint.Route;
        foreach (var parameter in endpoint.Parameters)
        {
            var from = path.IndexOf("{" + parameter, StringComparison.Ordinal);
            from = from < 0 ? path.IndexOf("{*", StringComparison.Ordinal) : from;
            var to = from < 0 ? -1 : path.IndexOf('}', from);
            path = to < 0 ? path : $"{path[..from]}{Uri.EscapeDataString(Or(Text(), "x"))}{path[(to + 1)..]}";
        }

        string[] query = [.. Enumerable.Range(0, random.Next(5)).Select(_ =>
            $"{Uri.EscapeDataString(endpoint.Query.Count > 0 && random.Next(4) > 0 ? Pick(endpoint.Query) : Or(Text(), "q"))}={Uri.EscapeDataString(Text())}")];
        return query.Length == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private HttpContent Body(FuzzEndpoint endpoint)
    {
        HttpContent content = random.Next(8) switch
        {
            0 => new ByteArrayContent(Bytes(random.Next(400))),
            1 => new StringContent(Text(), Encoding.UTF8, "application/json"),
            2 or 3 => Parts(endpoint),
            4 or 5 when endpoint.Fields.Count > 0 => Form(endpoint),
            _ => new StringContent(Json(endpoint.Body, 0)?.ToJsonString() ?? "null", Encoding.UTF8, "application/json"),
        };
        if (random.Next(12) == 0)
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", Pick(Types));
        }

        return content;
    }

    private FormUrlEncodedContent Form(FuzzEndpoint endpoint) => new(endpoint.Fields.Where(_ => random.Next(5) > 0)
        .Select(field => KeyValuePair.Create(field, Text()))
        .Append(KeyValuePair.Create("__RequestVerificationToken", FormToken is { } token && random.Next(8) > 0 ? token : Text())));

    private MultipartFormDataContent Parts(FuzzEndpoint endpoint)
    {
        var parts = new MultipartFormDataContent();
        foreach (var field in endpoint.Fields.Append("file").Append("picture").Where(_ => random.Next(3) > 0))
        {
            var part = new ByteArrayContent(Bytes(random.Next(200)));
            part.Headers.ContentType = new MediaTypeHeaderValue(random.Next(2) == 0 ? "image/jpeg" : "text/csv");
            parts.Add(part, Or(Ascii(field), "a"), Or(Ascii(Text()), "a"));
        }

        if (FormToken is { } token)
        {
            parts.Add(new StringContent(token), "__RequestVerificationToken");
        }

        return parts;
    }

    private JsonNode? Json(Type? type, int depth)
    {
        var kind = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (depth > 4 || random.Next(10) == 0)
        {
            return random.Next(5) switch
            {
                0 => null, 1 => JsonValue.Create(random.Next(-3, 3)), 2 => new JsonArray(), 3 => new JsonObject(), _ => JsonValue.Create(Text()),
            };
        }

        if (kind is null)
        {
            return new JsonObject { [Or(Text(), "a")] = JsonValue.Create(Text()) };
        }

        if (kind == typeof(string))
        {
            return JsonValue.Create(Text());
        }

        if (kind == typeof(Guid))
        {
            return JsonValue.Create(random.Next(3) == 0 ? Guid.Empty : new Guid(random.Next(), 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]));
        }

        if (kind == typeof(bool))
        {
            return JsonValue.Create(random.Next(2) == 0);
        }

        if (kind.IsPrimitive || kind == typeof(decimal))
        {
            return random.Next(2) == 0 ? JsonValue.Create(random.Next(-5, 400))
                : JsonValue.Create(Math.Round((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(0, 12)), 2));
        }

        if (kind.IsEnum)
        {
            return JsonValue.Create(Pick(Enum.GetNames(kind)));
        }

        var item = kind.IsArray ? kind.GetElementType() : kind.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(kind)
            ? kind.GetGenericArguments()[^1] : null;
        if (item is not null)
        {
            return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Json(item, depth + 1))]);
        }

        var made = new JsonObject();
        foreach (var property in kind.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && random.Next(6) > 0))
        {
            made[char.ToLower(property.Name[0], CultureInfo.InvariantCulture) + property.Name[1..]] = Json(property.PropertyType, depth + 1);
        }

        return made;
    }

    private string Text() => random.Next(3) switch
    {
        0 => Pick(known),
        1 => Pick(Odd),
        _ => random.Next(4) == 0 ? Encoding.Latin1.GetString(Bytes(random.Next(12)))
            : random.Next(-3, 200).ToString(CultureInfo.InvariantCulture),
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static string Ascii(string text) => string.Concat(text.Where(letter => letter is >= ' ' and < (char)127 and not ('"' or '\\')));

    private static string Or(string text, string otherwise) => text.Trim('\0', '.', ' ').Length == 0 ? otherwise : text;
}
