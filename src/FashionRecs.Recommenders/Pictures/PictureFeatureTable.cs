using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Tables;

namespace FashionRecs.Recommenders.Pictures;

/// <summary>What the network sees in the products' pictures, reduced to few numbers. Immutable.</summary>
/// <param name="Pictures">Per product the whole picture's features, length 1 or all 0 where there is no picture; (products,
/// numbers).</param>
/// <param name="Regions">Per attribute, per product the features of the region that shows it, or null where the picture shows none;
/// (attributes, products, numbers).</param>
public sealed record PictureFeatureTable(float[][] Pictures, IReadOnlyDictionary<string, float[]?[]> Regions)
{
    /// <summary>Numbers that 512 features are reduced to.</summary>
    public const int Size = 64;

    /// <summary>
    /// Reads the files that <c>project --features FILE.npy --grid 1x1</c> writes, and reduces each kind of feature to its leading
    /// directions.
    /// </summary>
    /// <param name="path">The main file; the others are found beside it.</param>
    /// <exception cref="InvalidDataException">A file is damaged or does not fit the others; one sentence says which.</exception>
    public static PictureFeatureTable Read(string path, ShopProducts products, AttributeVocabulary vocabulary)
    {
        var byPicture = Enumerable.Range(0, products.Count).Where(item => products[item].Image.Length > 0)
            .ToLookup(item => products[item].Image, StringComparer.Ordinal);
        var names = TableReader.Read(Path.ChangeExtension(path, ".pictures.csv"), "image").Select(row => row.Fields[0]).ToArray();
        var whole = new float[]?[products.Count];
        using (var reader = Open(Path.ChangeExtension(path, ".pictures.npy"), names.Length))
        {
            for (var row = 0; row < names.Length; row++)
            {
                var numbers = new float[reader.RowLength];
                reader.Read(row, numbers);
                Array.ForEach(ItemsOf(names[row]), item => whole[item] = numbers);
            }
        }

        var rows = TableReader.Read(Path.ChangeExtension(path, ".regions.csv"), "image", "attribute").Select(row => row.Fields).ToArray();
        var regions = vocabulary.Attributes.ToDictionary(attribute => attribute.Code, _ => new float[]?[products.Count]);
        using (var reader = Open(path, rows.Length))
        {
            for (var row = 0; row < rows.Length; row++)
            {
                if (ItemsOf(rows[row][0]) is { Length: > 0 } items && regions.TryGetValue(rows[row][1], out var perProduct))
                {
                    var numbers = new float[reader.RowLength];
                    reader.Read(row, numbers);
                    Array.ForEach(items, item => perProduct[item] = numbers);
                }
            }
        }

        return new PictureFeatureTable(
            Array.ConvertAll(PrincipalComponents.Transform(whole, Size), numbers => numbers ?? new float[Size]),
            regions.ToDictionary(pair => pair.Key, pair => PrincipalComponents.Transform(pair.Value, Size)));

        // The list names pictures below the photographs' folder, the index as they were given to the network.
        int[] ItemsOf(string picture)
        {
            var parts = picture.Replace('\\', '/').Split('/');
            for (var start = 0; start < parts.Length; start++)
            {
                if (byPicture[string.Join('/', parts[start..])] is var items && items.Any())
                {
                    return [.. items];
                }
            }

            return [];
        }
    }

    private static NpyReader Open(string path, int rows)
    {
        var reader = new NpyReader(path);
        if (reader.Shape[0] == rows)
        {
            return reader;
        }

        reader.Dispose();
        throw new InvalidDataException($"'{path}' has {reader.Shape[0]} rows, but its index has {rows}.");
    }
}
