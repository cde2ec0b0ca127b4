using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Files;

namespace FashionRecs.Domain.Texts;

/// <summary>Reads <see cref="TextLanguages"/> from their JSON file.</summary>
public static class TextLanguagesFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<TextLanguages> Shipped = new(() => Load(ShippedPath));

    /// <summary>The file that ships with the project, beside the program.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "texts.json");

    /// <summary>The languages that ship with the project, read once from <c>seed/texts.json</c> beside the program.</summary>
    public static TextLanguages Default => Shipped.Value;

    /// <summary>Reads languages.</summary>
    /// <exception cref="InvalidDataException">The file is missing, is not JSON, or breaks a rule; the message says which.</exception>
    public static TextLanguages Load(string path) => Parse(JsonFile.Text(path, "The languages"), path);

    /// <summary>Parses languages; <paramref name="source"/> names them in error messages.</summary>
    /// <exception cref="InvalidDataException">The text breaks a rule; the message says which.</exception>
    public static TextLanguages Parse(string json, string source)
    {
        var languages = JsonFile.Parse<TextLanguages>(json, Options, why => Broken(source, why));

        if (languages.Languages.Count > WordTable.MostLanguages)
        {
            throw Broken(source, $"it has {languages.Languages.Count} languages; {WordTable.MostLanguages} are the most");
        }

        if (languages.Languages.GroupBy(language => language.Code).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Broken(source, $"the language '{twice.Key}' stands twice");
        }

        if (languages.Reliability.FirstOrDefault(pair => pair.Value is not (> 0 and < 1)) is { Key: { } wrong })
        {
            throw Broken(source, $"the reliability of '{wrong}' must lie between 0 and 1");
        }

        foreach (var language in languages.Languages)
        {
            if (language.Garments.Keys.FirstOrDefault(kind => !languages.Garments.ContainsKey(kind)) is { } unknown)
            {
                throw Broken(source, $"'{language.Code}' names garments of the kind '{unknown}', which has no attributes listed");
            }
        }

        return languages;
    }

    private static InvalidDataException Broken(string source, string why) => new($"The languages '{source}' are not valid: {why}.");
}
