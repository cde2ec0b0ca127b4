using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace FashionRecs.Tests;

/// <summary>Input as it comes from a broken disk, a careless hand or an attacker.</summary>
internal static class Damage
{
    private static readonly string[] Tokens =
        ["null", "true", "-1", "1e999", "{}", "[]", "[null]", "\"\"", "\"\\ud800\"", "\0", "\uFEFF", ",", "\"", "\r\n", "{", "]",
            new string('[', 80), "99999999999999999999", "é", "\ud800"];

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null, () => JsonValue.Create(-1), () => JsonValue.Create(1e300), () => JsonValue.Create(true), () => JsonValue.Create(""),
        () => JsonValue.Create("\n"),
        () => new JsonArray(), () => new JsonArray(null, null), () => new JsonObject(), () => new JsonObject { ["further"] = 1 },
    ];

    /// <summary>Any text at all.</summary>
    public static Gen<string> Text => Gen.OneOf(Gen.String, Gen.OneOf(Tokens).Array[0, 12].Select(string.Concat));

    /// <summary>A good text in which one to four pieces are replaced.</summary>
    public static Gen<string> Of(string good) =>
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 20], Gen.OneOf(Gen.OneOf(Tokens), Gen.String[0, 5])).Array[1, 4].Select(edits =>
        {
            var text = new StringBuilder(good);
            foreach (var (at, length, put) in edits)
            {
                var start = Math.Min(at, text.Length);
                text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, put);
            }

            return text.ToString();
        });

    /// <summary>Good JSON in which one or two values, anywhere, are others or missing: still JSON, but not what was asked for.</summary>
    public static Gen<string> OfJson(string good) => Gen.Select(Gen.UInt, Gen.Int[-1, Values.Length - 1]).Array[1, 2].Select(edits =>
    {
        var root = JsonNode.Parse(good);
        foreach (var (number, value) in edits)
        {
            var places = Places(root).ToArray();
            if (places.Length > 0)
            {
                Replace(places[number % (uint)places.Length], value);
            }
        }

        return root!.ToJsonString();
    });

    /// <summary>Good bytes in which one to four are others, some are missing at the end, or more follow.</summary>
    public static Gen<byte[]> Of(byte[] good) =>
        Gen.Select(Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 4], Gen.Int[0, good.Length], Gen.Bool, Gen.Byte.Array[0, 3])
            .Select((edits, length, cut, more) =>
            {
                var bytes = good.ToArray();
                foreach (var (at, value) in edits)
                {
                    bytes[at] = value;
                }

                return (byte[])[.. cut ? bytes[..length] : bytes, .. more];
            });

    private static IEnumerable<JsonNode> Places(JsonNode? node) => node switch
    {
        JsonObject all => all.Where(pair => pair.Value is not null).SelectMany(pair => Places(pair.Value).Prepend(pair.Value!)),
        JsonArray all => all.OfType<JsonNode>().SelectMany(one => Places(one).Prepend(one)),
        _ => [],
    };

    private static void Replace(JsonNode place, int value)
    {
        switch (place.Parent)
        {
            case JsonObject parent when value < 0:
                parent.Remove(place.GetPropertyName());
                break;
            case JsonArray parent when value < 0:
                parent.Remove(place);
                break;
            default:
                place.ReplaceWith(Values[Math.Max(0, value)]());
                break;
        }
    }
}
