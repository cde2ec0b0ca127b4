using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Files;

namespace FashionRecs.Domain.Search;

/// <summary>Reads <see cref="SearchWords"/> from their JSON file.</summary>
public static class SearchWordsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<SearchWords> Shipped = new(() => Load(Path.Combine(AppContext.BaseDirectory, "seed", "search.json")));

    /// <summary>The words that ship with the project, read once from <c>seed/search.json</c> beside the program.</summary>
    public static SearchWords Default => Shipped.Value;

    /// <summary>Reads words.</summary>
    /// <exception cref="InvalidDataException">The file is missing, is not JSON, or breaks a rule; the message says which.</exception>
    public static SearchWords Load(string path) => Parse(JsonFile.Text(path, "The search words"), path);

    /// <summary>Parses words; <paramref name="source"/> names them in error messages.</summary>
    /// <exception cref="InvalidDataException">The text breaks a rule; the message says which.</exception>
    public static SearchWords Parse(string json, string source)
    {
        var words = JsonFile.Parse<SearchWords>(json, Options, why => Broken(source, why));
        var languages = words.Languages.Select(language => language.Code).ToHashSet(StringComparer.Ordinal);
        if (languages.Count < words.Languages.Count)
        {
            throw Broken(source, "a language stands twice");
        }

        foreach (var kind in words.Concepts.GroupBy(concept => concept.Kind, concept => concept.Concept))
        {
            var codes = kind.Select(concept => concept.Code).ToHashSet(StringComparer.Ordinal);
            if (codes.Count < kind.Count())
            {
                throw Broken(source, $"a {kind.Key.ToString().ToLowerInvariant()} stands twice");
            }

            foreach (var concept in kind)
            {
                if (concept.Within.Concat(concept.Near).FirstOrDefault(code => !codes.Contains(code)) is { } unknown)
                {
                    throw Broken(source, $"'{concept.Code}' names '{unknown}', which does not exist");
                }

                if (concept.Swatch.Length > 0 && !IsColour(concept.Swatch))
                {
                    throw Broken(source, $"'{concept.Code}' has '{concept.Swatch}' for a colour, not # and six hexadecimal digits");
                }

                if (concept.Words.Keys.FirstOrDefault(language => !languages.Contains(language)) is { } foreign)
                {
                    throw Broken(source, $"'{concept.Code}' has words in '{foreign}', which is no language of the file");
                }
            }
        }

        return words;
    }

    private static bool IsColour(string swatch) => swatch.Length == 7 && swatch[0] == '#' && swatch.Skip(1).All(char.IsAsciiHexDigit);

    private static InvalidDataException Broken(string source, string why) => new($"The search words '{source}' are not valid: {why}.");
}
