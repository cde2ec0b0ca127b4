using System.Globalization;
using System.IO.Compression;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tables;

namespace FashionRecs.Recommenders.Sessions;

/// <summary>
/// Clicks of sessions in a shop with the attributes of what was clicked, as the table "clickstream data for online shopping" of the UCI
/// repository has them (Łapczyński, Białowąs 2013). Sessions are in the order of time.
/// </summary>
/// <param name="Models">Names of the products, by index.</param>
/// <param name="Traits">Per attribute (category, colour, photography, price band, place on the page, page), per product its value, 0
/// up.</param>
/// <param name="Vectors">Per product, 1 for each of its values, in the order of the attributes.</param>
/// <param name="Sessions">All sessions.</param>
public sealed record ClickedCatalog(IReadOnlyList<string> Models, IReadOnlyDictionary<string, int[]> Traits,
    IReadOnlyList<ItemVector> Vectors, IReadOnlyList<ClickSession> Sessions)
{
    private const int PriceBands = 6;
    private static readonly string[] Columns =
        ["session.ID", "order", "page.2..clothing.model.", "page.1..main.category.", "colour", "model.photography", "price", "location",
        "page"];

    /// <summary>Reads the table, plain or packed with gzip.</summary>
    /// <exception cref="InvalidDataException">A column is missing, a number is not one, or there is no click.</exception>
    public static ClickedCatalog Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            stream = new GZipStream(stream, CompressionMode.Decompress);
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<string[]>();
        var sessions = new List<(int Session, int Order, int Model)>();
        foreach (var (line, fields) in TableReader.Read(stream, path, Columns))
        {
            // Model numbers start anew in every category.
            var name = $"{fields[3]}/{fields[2]}";
            if (!numbers.TryGetValue(name, out var model))
            {
                numbers[name] = model = numbers.Count;
                rows.Add(fields);
            }

            sessions.Add((Number(path, line, fields[0]), Number(path, line, fields[1]), model));
        }

        if (sessions.Count == 0)
        {
            throw new InvalidDataException($"{path} holds no click.");
        }

        var traits = new Dictionary<string, int[]>
        {
            ["category"] = Numbered(rows, 3),
            ["colour"] = Numbered(rows, 4),
            ["photography"] = Numbered(rows, 5),
            ["price band"] = Bands([.. rows.Select(row => Number(path, 0, row[6]))]),
            ["place on the page"] = Numbered(rows, 7),
            ["page"] = Numbered(rows, 8),
        };
        return new ClickedCatalog([.. numbers.Keys], traits, Encode(traits, rows.Count),
            [.. sessions.GroupBy(click => click.Session)
                .Select(session => new ClickSession([.. session.OrderBy(click => click.Order).Select(click => click.Model)]))]);
    }

    private static int Number(string path, int line, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException($"{path}, line {line}: '{text}' is not a whole number.");

    private static int[] Numbered(List<string[]> rows, int column)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. rows.Select(row => numbers.TryGetValue(row[column], out var number) ? number : numbers[row[column]] = numbers.Count)];
    }

    /// <summary>Bands with about as many products each.</summary>
    private static int[] Bands(int[] prices)
    {
        var sorted = prices.Order().ToArray();
        int[] limits = [.. Enumerable.Range(1, PriceBands - 1).Select(band => sorted[sorted.Length * band / PriceBands])];
        return [.. prices.Select(price => limits.Count(limit => price >= limit))];
    }

    private static ItemVector[] Encode(Dictionary<string, int[]> traits, int models)
    {
        var length = traits.Values.Sum(values => values.Max() + 1);
        return [.. Enumerable.Range(0, models).Select(model =>
        {
            var quanta = new byte[length];
            var start = 0;
            foreach (var values in traits.Values)
            {
                quanta[start + values[model]] = ItemVector.Scale;
                start += values.Max() + 1;
            }

            return ItemVector.FromQuanta(quanta);
        })];
    }
}
