using System.Text.Json;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>The body of a request that holds many things, each of which may be wrong by itself.</summary>
internal sealed class JsonBatch : IDisposable
{
    private readonly JsonDocument body;

    private JsonBatch(JsonDocument body, JsonElement rows) => (this.body, Rows) = (body, [.. rows.EnumerateArray()]);

    /// <summary>The things, which may be anything.</summary>
    public IReadOnlyList<JsonElement> Rows { get; }

    /// <summary>Reads the body: an object with one list.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">What the list is called.</param>
    /// <param name="most">How many may be in it.</param>
    /// <exception cref="ApiRefusedException">It is none, or there are too many.</exception>
    public static async Task<JsonBatch> ReadAsync(HttpContext context, string name, int most)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ApiRefusedException(StatusCodes.Status415UnsupportedMediaType,
                ApiProblems.Usual(StatusCodes.Status415UnsupportedMediaType));
        }

        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            throw ApiRefusedException.Bad("The body is no JSON.");
        }

        if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(name, out var rows)
            && rows.ValueKind == JsonValueKind.Array && rows.GetArrayLength() <= most)
        {
            return new JsonBatch(body, rows);
        }

        using (body)
        {
            throw body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(name, out var many)
                && many.ValueKind == JsonValueKind.Array
                ? new ApiRefusedException(StatusCodes.Status413PayloadTooLarge,
                    $"Send at most {most} {name} at once; these are {many.GetArrayLength()}, and none of them counts.")
                : ApiRefusedException.Bad($"A batch is an object whose {name} are a list.");
        }
    }

    /// <summary>One of the things; null where it is none.</summary>
    public static T? TryRead<T>(JsonElement row)
        where T : class
    {
        try
        {
            return row.Deserialize<T>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => body.Dispose();
}
