using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Tests.Texts;

/// <summary>Readings as short lines: "neckline_design: V-Shaped", a family by its code, other sets by their values' codes.</summary>
internal static class Said
{
    public static ProductTextReader Reader { get; } = new(AttributeVocabularyFile.Default, TextLanguagesFile.Default);

    public static string By(string type, string description, string name = "") =>
        string.Join("; ", Reader.Read(name, type, description).Select(reading => $"{reading.Attribute.Code}: {Name(reading)}"));

    public static string Of(string attribute, string type, string description, string name = "") =>
        Reader.Read(name, type, description).FirstOrDefault(reading => reading.Attribute.Code == attribute) is { } reading ? Name(reading)
            : "";

    private static string Name(TextReading reading) => reading.Family is { } family && family.Values.Count == reading.Values.Count
        ? family.Code
        : string.Join(" | ", reading.Values.Select(value => value.Code));
}
