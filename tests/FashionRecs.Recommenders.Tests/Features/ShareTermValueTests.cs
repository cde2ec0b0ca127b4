using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

/// <summary>What a share says of one product, and of all at once.</summary>
public class ShareTermValueTests
{
    public static TheoryData<int[]> Baskets { get; } = new([0], [0, 3, 7], [11, 4], []);

    [Theory]
    [MemberData(nameof(Baskets))]
    public void Value_AnyTermAndProduct_IsWhatValuesWritesInItsPlace(int[] basket)
    {
        var products = Shop.Products();
        var history = new PurchaseHistory(products, Shop.Purchases());
        var customer = new CustomerHistory(-1, "c", basket, [.. basket.Select((_, at) => basket.Length - at)]);
        foreach (var term in ShareTerms.Create(products, ProductAttributes.None))
        {
            term.Fit(history);
            var values = new float[products.Count];
            term.Values(customer, values);

            Assert.All(Enumerable.Range(0, products.Count), product => Assert.True(
                MathF.Abs(values[product] - term.Value(customer, product)) < 1e-4f,
                    $"{term.Name} of {product}: {values[product]}, {term.Value(customer, product)}"));
        }
    }
}
