using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Writes views by their codes, beginning with a small letter as other words of stored documents do.</summary>
public sealed class ExplanationViewConverter : JsonConverter<ExplanationView>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">There is no view of that code; the message names it.</exception>
    public override ExplanationView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ExplanationViews.Find(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
        }
        catch (InvalidDataException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExplanationView value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.Code));
}
