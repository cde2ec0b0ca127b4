using FashionRecs.Domain.Files;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Tables;

namespace FashionRecs.Cli;

/// <summary>A product of a list with what the network sees in its picture.</summary>
/// <param name="Product">The product.</param>
/// <param name="Picture">Path of its picture.</param>
/// <param name="Features">One number per unit of the network.</param>
internal sealed record ListedPicture(ListedProduct Product, string Picture, float[] Features)
{
    /// <summary>Those products whose pictures are in the file that <c>project --features</c> wrote, in its order.</summary>
    /// <exception cref="InvalidDataException">The file does not fit its index.</exception>
    public static IEnumerable<ListedPicture> Read(ShopProducts list, string features)
    {
        var byPicture = list.Products.Where(product => product.Image.Length > 0).DistinctBy(product => Path.GetFileName(product.Image))
            .ToDictionary(product => Path.GetFileName(product.Image), StringComparer.Ordinal);
        string[] pictures = [.. TableReader.Read(Path.ChangeExtension(features, ".pictures.csv"), "image").Select(row => row.Fields[0])];
        using var reader = new NpyReader(Path.ChangeExtension(features, ".pictures.npy"));
        if (reader.Shape[0] != pictures.Length)
        {
            throw new InvalidDataException($"'{features}' has {reader.Shape[0]} pictures, but its index has {pictures.Length}.");
        }

        foreach (var (row, picture) in pictures.Index())
        {
            if (byPicture.TryGetValue(Path.GetFileName(picture), out var product))
            {
                var numbers = new float[reader.RowLength];
                reader.Read(row, numbers);
                yield return new ListedPicture(product, picture, numbers);
            }
        }
    }
}
