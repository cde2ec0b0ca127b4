using FashionRecs.Domain.Attributes;
using FashionRecs.Tables;

namespace FashionRecs.Training.Datasets;

/// <summary>
/// Streams FashionAI annotations: rows <c>Images/…,attribute_labels,letters</c> without a header; letters <c>y</c> is, <c>m</c> may be,
/// <c>n</c> is not, <c>v</c> is invisible (the same as <c>y</c> on the invisible value). Unix and Windows line ends.
/// </summary>
public static class FashionAiReader
{
    private const string Suffix = "_labels";

    /// <summary>Reads rows one by one; nothing is held but the current line.</summary>
    /// <param name="path">The CSV file; errors name it.</param>
    /// <param name="vocabulary">The attributes and values that may occur.</param>
    /// <param name="imagesRoot">When given, every row's picture must exist below this folder.</param>
    /// <exception cref="InvalidDataException">A row breaks a rule; the message names file, line and rule.</exception>
    public static IEnumerable<AttributeLabel> Read(string path, AttributeVocabulary vocabulary, string? imagesRoot = null)
    {
        using var reader = new StreamReader(path);
        foreach (var label in Read(reader, path, vocabulary, imagesRoot))
        {
            yield return label;
        }
    }

    /// <summary>Reads rows from text; <paramref name="source"/> names it in error messages.</summary>
    /// <exception cref="InvalidDataException">A row breaks a rule; the message names source, line and rule.</exception>
    public static IEnumerable<AttributeLabel> Read(TextReader reader, string source, AttributeVocabulary vocabulary,
        string? imagesRoot = null)
    {
        string? seen = null; // rows of one picture stand together, so one look at the disk per picture is enough
        foreach (var (line, fields) in TableReader.ReadWithoutHeader(reader, source))
        {
            var label = Parse(fields, line, source, vocabulary);
            if (imagesRoot is not null && label.Image != seen)
            {
                seen = label.Image;
                if (!File.Exists(Path.Combine(imagesRoot, label.Image)))
                {
                    throw Broken(source, line, $"the picture '{label.Image}' is not in '{imagesRoot}'");
                }
            }

            yield return label;
        }
    }

    private static AttributeLabel Parse(string[] parts, long line, string source, AttributeVocabulary vocabulary)
    {
        if (parts.Length != 3)
        {
            throw Broken(source, line, $"a row has three fields (picture, attribute, letters), this one has {parts.Length}");
        }

        var code = parts[1].EndsWith(Suffix, StringComparison.Ordinal) ? parts[1][..^Suffix.Length] : parts[1];
        var attribute = vocabulary.TryFind(code)
            ?? throw Broken(source, line, $"the attribute '{parts[1]}' is unknown");
        if (parts[2].Length != attribute.Values.Count)
        {
            throw Broken(source, line, $"'{parts[1]}' has {attribute.Values.Count} values, but '{parts[2]}' has {parts[2].Length} letters");
        }

        var letters = new LabelLetter[parts[2].Length];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = parts[2][i] switch
            {
                'y' => LabelLetter.Yes,
                'm' => LabelLetter.Maybe,
                'n' => LabelLetter.No,
                'v' when attribute.Values[i].IsInvisible => LabelLetter.Yes,
                'v' => throw Broken(source, line,
                    $"'v' stands on the value '{attribute.Values[i].Code}', but only the invisible value can have it"),
                var other => throw Broken(source, line, $"'{other}' is not one of the letters y, m, n, v"),
            };
        }

        return letters.Count(letter => letter == LabelLetter.Yes) switch
        {
            1 => new AttributeLabel(parts[0], attribute, letters, line),
            0 => throw Broken(source, line, $"'{parts[2]}' has no y"),
            _ => throw Broken(source, line, $"'{parts[2]}' has more than one y"),
        };
    }

    private static InvalidDataException Broken(string source, long line, string why) => new($"{source}, line {line}: {why}.");
}
