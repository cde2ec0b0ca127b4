using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Storage.Research;

/// <summary>How experiments and exposures are written as JSON.</summary>
internal static class ExperimentDocuments
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string document) =>
        JsonSerializer.Deserialize<T>(document, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");
}
