using FashionRecs.Domain.Attributes;

namespace FashionRecs.Training.Datasets;

/// <summary>Loads a whole FashionAI-format set: the rows of one picture become one <see cref="LabelledPicture"/>.</summary>
public static class LabelledSet
{
    /// <summary>Reads a label file whose pictures lie below <paramref name="root"/>, in the order of their first rows.</summary>
    /// <exception cref="InvalidDataException">A row breaks a rule or its picture is missing; the message names file and line.</exception>
    public static IReadOnlyList<LabelledPicture> Load(string labels, string root, AttributeVocabulary vocabulary)
    {
        var pictures = new Dictionary<string, LabelledPicture>(StringComparer.Ordinal);
        foreach (var label in FashionAiReader.Read(labels, vocabulary, root))
        {
            if (!pictures.TryGetValue(label.Image, out var picture))
            {
                picture = new LabelledPicture(Path.Combine(root, label.Image), label.Image, new LabelLetter[vocabulary.Values.Count]);
                pictures.Add(label.Image, picture);
            }

            for (var i = 0; i < label.Letters.Count; i++)
            {
                picture.Letters[label.Attribute.Start + i] = label.Letters[i];
            }
        }

        return pictures.Count > 0 ? [.. pictures.Values] : throw new InvalidDataException($"{labels}: the file has no rows.");
    }
}
