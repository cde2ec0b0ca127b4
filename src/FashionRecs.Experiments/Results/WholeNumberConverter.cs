using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Experiments.Results;

/// <summary>Reads a whole number however it is written: 1000, 1000.0 or 1e3, as statistics programs do.</summary>
internal sealed class WholeNumberConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return whole;
        }

        var number = reader.GetDouble();
        return number == Math.Floor(number) && Math.Abs(number) < 1L << 53
            ? (long)number
            : throw new JsonException(FormattableString.Invariant($"{number} is not a whole number of units."));
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
