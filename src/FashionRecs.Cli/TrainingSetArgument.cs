using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;

namespace FashionRecs.Cli;

/// <summary>Reads a set named on the command line as FOLDER or FOLDER:WEIGHT; the folder has <c>Annotations/label.csv</c>.</summary>
internal static class TrainingSetArgument
{
    /// <exception cref="InvalidDataException">The weight is not a positive number, or the set breaks a rule.</exception>
    public static TrainingSet Load(string text, AttributeVocabulary vocabulary)
    {
        var (folder, weight) = Divide(text);
        return new TrainingSet(
            AnnotatedRegions.Join(LabelledSet.Load(Path.Combine(folder, "Annotations", "label.csv"), folder, vocabulary), folder,
            vocabulary), weight);
    }

    /// <summary>The folder, and its weight in (0, 100]; 1 where none is named.</summary>
    /// <exception cref="InvalidDataException">The weight is not in that range.</exception>
    public static (string Folder, double Weight) Divide(string text)
    {
        var (folder, weight) = (text, 1.0);
        var colon = text.LastIndexOf(':');
        if (colon > 0 && double.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out weight))
        {
            folder = text[..colon];
        }
        else
        {
            weight = 1;
        }

        return weight is > 0 and <= 100 ? (folder, weight)
            : throw new InvalidDataException($"The weight in '{text}' is not above 0 and at most 100.");
    }
}
