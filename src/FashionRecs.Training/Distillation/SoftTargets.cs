using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;

namespace FashionRecs.Training.Distillation;

/// <summary>
/// A teacher's probabilities per picture (Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network", 2015), kept as a table:
/// picture, tab, one number in [0, 1] per value of the vocabulary.
/// </summary>
public static class SoftTargets
{
    /// <summary>Writes the table whole, replacing an older one.</summary>
    public static void Write(string path, IEnumerable<(string Image, float[] Probabilities)> rows) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var (image, probabilities) in rows)
        {
            text.WriteLine(
                $"{image}\t{string.Join('\t', probabilities.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture)))}");
        }
    });

    /// <summary>Reads the table, by picture.</summary>
    /// <exception cref="InvalidDataException">A row does not have one number per value; the message names file and line.</exception>
    public static IReadOnlyDictionary<string, float[]> Read(string path, AttributeVocabulary vocabulary)
    {
        var targets = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var line = 0;
        foreach (var row in File.ReadLines(path))
        {
            line++;
            var cells = row.Split('\t');
            var values = new float[vocabulary.Values.Count];
            if (cells.Length != values.Length + 1
                || cells.Skip(1)
                    .Select((cell, i) => float.TryParse(cell, CultureInfo.InvariantCulture, out values[i]) && values[i] is >= 0 and <= 1)
                    .Contains(false))
            {
                throw new InvalidDataException(
                    $"{path}, line {line}: a row is a picture and {values.Length} numbers from 0 to 1, separated by tabs.");
            }

            targets[cells[0]] = values;
        }

        return targets;
    }

    /// <summary>The mean opinion per picture, over the tables that have one.</summary>
    public static IReadOnlyDictionary<string, float[]> Mean(IReadOnlyList<IReadOnlyDictionary<string, float[]>> tables) => tables
        .SelectMany(table => table)
        .GroupBy(row => row.Key, row => row.Value, StringComparer.Ordinal)
        .ToDictionary(rows => rows.Key, rows => rows.First().Select((_, value) => rows.Average(row => row[value])).ToArray(),
            StringComparer.Ordinal);
}
