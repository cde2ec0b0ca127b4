using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Storage.Review;

/// <summary>
/// Marks of an attribute as text that says what it means: <c>{"V Neckline":"y","Round Neckline":"m"}</c>; values that are marked <c>n</c>
/// are left out, so that one that is added to the vocabulary later is <c>n</c> as well. Empty where a person was unsure, or where the
/// network's word counts.
/// </summary>
internal static class MarksText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(GarmentAttribute attribute, IReadOnlyList<TagMark>? marks) => marks is null ? "" : JsonSerializer.Serialize(
        attribute.Values.Where(value => marks[value.Position] != TagMark.IsNot)
            .ToDictionary(value => value.Code, value => marks[value.Position] == TagMark.Is ? "y" : "m"), Options);

    /// <summary>Reads marks back; false where they mean nothing (any more): the value that was chosen is gone.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="text">What was written.</param>
    /// <param name="marks">One mark per value; null for an empty text.</param>
    public static bool TryRead(GarmentAttribute attribute, string text, out IReadOnlyList<TagMark>? marks)
    {
        marks = null;
        if (text.Length == 0)
        {
            return true;
        }

        var letters = Letters(text);
        marks = letters is null ? null : [.. attribute.Values.Select(value => letters.GetValueOrDefault(value.Code) switch
        {
            "y" => TagMark.Is,
            "m" => TagMark.Maybe,
            _ => TagMark.IsNot,
        })];
        return marks is not null && letters!.ContainsValue("y") == TagMarks.Chosen(marks) >= 0;
    }

    private static Dictionary<string, string>? Letters(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text);
        }
        catch (JsonException)
        {
            // Marks that were carried over from no vocabulary that is known here.
            return null;
        }
    }
}
