using System.Text.Json;
using System.Text.Json.Nodes;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Tests;

/// <summary>The shipped vocabulary with changes, as data files of later versions would bring them.</summary>
internal static class OtherVocabularies
{
    /// <summary>A ninth attribute in the middle of the others.</summary>
    public static AttributeVocabulary WithNinthAttribute => Changed(json => json["attributes"]!.AsArray().Insert(3, JsonNode.Parse(
        """
        {
          "code": "closure", "english": "Closure", "chinese": "门襟",
          "values": [
            { "code": "Invisible", "english": "No closure shown", "chinese": "不可见", "phrase": "no visible closure", "invisible": true },
            { "code": "Zip", "english": "Zip", "chinese": "拉链", "phrase": "zip" },
            { "code": "Buttons", "english": "Buttons", "chinese": "纽扣", "phrase": "buttons" }
          ]
        }
        """)));

    /// <summary>One value less.</summary>
    public static AttributeVocabulary Without(AttributeValue gone) => Changed(json => Values(json, gone.Attribute).RemoveAt(gone.Position));

    /// <summary>Another phrase for a value.</summary>
    public static AttributeVocabulary WithPhrase(AttributeValue value, string phrase) =>
        Changed(json => Values(json, value.Attribute)[value.Position]!["phrase"] = phrase);

    /// <summary>The attributes in the opposite order.</summary>
    public static AttributeVocabulary Reversed =>
        Changed(json =>
        json["attributes"] = new JsonArray([.. json["attributes"]!.AsArray().Select(attribute => attribute!.DeepClone()).Reverse()]));

    /// <summary>No families: each value stands for itself.</summary>
    public static AttributeVocabulary WithoutFamilies => Changed(json =>
    {
        foreach (var attribute in json["attributes"]!.AsArray())
        {
            attribute!.AsObject().Remove("families");
        }
    });

    /// <summary>Another name, as of other goods.</summary>
    public static AttributeVocabulary Named(string name) => Changed(json => json["name"] = name);

    private static AttributeVocabulary Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(AttributeVocabularyFile.ShippedPath))!;
        json["version"] = 2;
        change(json);
        foreach (var attribute in json["attributes"]!.AsArray())
        {
            // A family that lost a value is none.
            var values = attribute!["values"]!.AsArray().Select(value => (string)value!["code"]!).ToHashSet();
            var families = attribute["families"]?.AsArray();
            families?.RemoveAll(family => family!["values"]!.AsArray().Any(code => !values.Contains((string)code!)));
        }

        return AttributeVocabularyFile.Parse(json.ToJsonString(JsonSerializerOptions.Web), "changed");
    }

    private static JsonArray Values(JsonNode json, GarmentAttribute attribute) =>
        json["attributes"]![attribute.Position]!["values"]!.AsArray();
}
