using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.Baselines;

/// <summary>
/// A shop in which much is missing: product 0 has no picture, no text and no values, 1 and 2 share one picture, 3 is alone in its category,
/// and the last is bought by nobody; customers know one product or many.
/// </summary>
internal static class OddShop
{
    public const int Count = 8;

    public static ShopProducts Products { get; } = new([.. Enumerable.Range(0, Count).Select(index =>
        index == 0 ? Shop.Product(0) with { Image = "", Name = "", Description = "", Type = "" } : Shop.Product(index))]);

    public static PurchaseHistory History { get; } = new(Products,
    [
        Shop.Buy(0, 1, 0), // who has bought one product, of which nothing is known
        Shop.Buy(0, 2, 3), // and one alone in its category
        .. from customer in Enumerable.Range(3, 12) from step in Enumerable.Range(0, 3)
           select Shop.Buy(step % 2, customer, ((customer * 3) + (step * 2)) % (Count - 1)),
    ]);

    public static int[] Categories { get; } = [.. Enumerable.Range(0, Count).Select(item => item == 3 ? 1 : item == 0 ? 2 : 0)];

    public static IReadOnlyList<ItemVector> Vectors { get; } =
        [.. Enumerable.Range(0, Count).Select(item =>
        {
            var quanta = new byte[Vocabulary.Values.Count];
            quanta[item] = (byte)(item == 0 ? 0 : ItemVector.Scale);
            return ItemVector.FromQuanta(quanta);
        })];

    public static PictureFeatureTable Features { get; } = new(
        [.. Enumerable.Range(0, Count).Select(item => item == 0 ? new float[PictureFeatureTable.Size] : Look(item == 2 ? 1 : item))],
        new Dictionary<string, float[]?[]>
        {
            ["neckline_design"] = [.. Enumerable.Range(0, Count).Select(item => item % 2 == 0 ? null : Look(item))],
            ["sleeve_length"] = new float[]?[Count], // no picture shows one
        });

    private static float[] Look(int item)
    {
        var random = new Random(item);
        return [.. Enumerable.Range(0, PictureFeatureTable.Size).Select(_ => (random.NextSingle() - 0.5f) / 4)];
    }
}
