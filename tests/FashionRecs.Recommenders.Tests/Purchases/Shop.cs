using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Purchases;

/// <summary>A small shop: trousers go with shirts, and dresses with shoes.</summary>
internal static class Shop
{
    private static readonly DateOnly Start = new(2020, 9, 16);

    public static ShopProducts Products(int count = 12) => new([.. Enumerable.Range(0, count).Select(Product)]);

    public static ListedProduct Product(int index) => new(
        $"{1000 + index}", $"Images/{index}.jpg", $"Line{index % 3} piece", index % 4 < 2 ? "Trousers" : "Dress", "Group", "Section",
        index % 2 == 0 ? "Black" : "White", "Solid", 10 + index, $"Cotton piece number {index}");

    public static Purchase Buy(int day, int customer, int product) => new(Start.AddDays(day), $"c{customer}", product);

    /// <summary>Forty customers over three days who buy within one half of the products.</summary>
    public static Purchase[] Purchases(int products = 12) =>
    [
        .. from customer in Enumerable.Range(0, 40)
           from day in Enumerable.Range(0, 3)
           from step in Enumerable.Range(0, 2)
           let half = customer % 2 * (products / 2)
           select Buy(day, customer, half + (((customer * 5) + (day * 3) + (step * 2)) % (products / 2))),
    ];
}
