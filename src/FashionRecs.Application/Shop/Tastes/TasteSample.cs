using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>Shoppers to learn from, and others to measure with. Immutable.</summary>
/// <param name="Learned">Choices of those to learn from, oldest first.</param>
/// <param name="Baskets">Products of each of them, as indexes of the catalog, oldest first.</param>
/// <param name="Held">Products of each of those to measure with, three or more.</param>
internal sealed record TasteSample(IReadOnlyList<ShopperChoice> Learned, IReadOnlyList<int[]> Baskets, IReadOnlyList<int[]> Held)
{
    /// <summary>Choices from which a shopper tells something of how tastes go together.</summary>
    public const int Telling = 3;

    /// <summary>One shopper of five is held out, so many at most.</summary>
    private const int Part = 5;
    private const int MostHeld = 500;

    /// <summary>Shoppers who tell something.</summary>
    public int Shoppers => Baskets.Count(basket => basket.Length >= Telling) + Held.Count;

    /// <summary>Draws it; the same choices and seed give the same one.</summary>
    /// <param name="choices">All choices that count, oldest first.</param>
    /// <param name="indexOf">Place of a product in the catalog, or below 0.</param>
    /// <param name="seed">Of the draw.</param>
    public static TasteSample Draw(IReadOnlyList<ShopperChoice> choices, Func<string, int> indexOf, int seed)
    {
        (string Shopper, int[] Basket)[] shoppers =
        [
            .. choices.GroupBy(choice => choice.Shopper)
                .Select(group => (group.Key,
                    Basket: group.Select(choice => indexOf(choice.Product)).Where(place => place >= 0).Distinct().ToArray()))
                .Where(shopper => shopper.Basket.Length > 0).OrderBy(shopper => shopper.Key, StringComparer.Ordinal),
        ];
        (string Shopper, int[] Basket)[] telling = [.. shoppers.Where(shopper => shopper.Basket.Length >= Telling)];
        new Random(seed).Shuffle(telling);
        var held = telling[..Math.Min(MostHeld, telling.Length / Part)].ToDictionary(shopper => shopper.Shopper, StringComparer.Ordinal);
        return new TasteSample(
            [.. choices.Where(choice => !held.ContainsKey(choice.Shopper))],
            [.. shoppers.Where(shopper => !held.ContainsKey(shopper.Shopper)).Select(shopper => shopper.Basket)],
            [.. held.Values.Select(shopper => shopper.Basket)]);
    }
}
