using FashionRecs.Tables;

namespace FashionRecs.Cli;

/// <summary>Reads the one value marked "y" per picture and attribute from a FashionAI label file.</summary>
internal static class LabelledAttributesFile
{
    private const string Suffix = "_labels";

    /// <exception cref="InvalidDataException">A row has not the form picture,attribute_labels,letters.</exception>
    public static IEnumerable<(string Picture, string Attribute, int Position)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        foreach (var (line, fields) in TableReader.ReadWithoutHeader(new StreamReader(path), path))
        {
            if (fields.Length != 3 || !fields[1].EndsWith(Suffix, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{path}, line {line}: expected picture,attribute_labels,letters.");
            }

            if (fields[2].IndexOf('y') is var position and >= 0)
            {
                yield return (fields[0], fields[1][..^Suffix.Length], position);
            }
        }
    }
}
