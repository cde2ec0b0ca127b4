using FashionRecs.Tests;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Recommenders.Tests.Complements;

public class PairingInputsTests
{
    [Fact]
    public void Products_PriceUnknownOrNothing_HasNone()
    {
        var products =
            PairingInputs.Products(
            [SmallShop.Item("a"), SmallShop.Item("b", product => product with { Price = 0 }),
            SmallShop.Item("c", product => product with { Price = 4.5m })]);

        Assert.Equal([double.NaN, double.NaN, 4.5], products.Products.Select(product => product.Price));
    }

    [Fact]
    public void Attributes_ReadAndUnread_AreTheLikeliestValueAndUnknown()
    {
        var read = Readings.Item((Readings.VNeck, 0.9f, 0.5f));
        var traits = PairingInputs.Attributes([read, SmallShop.Item("a")], SmallShop.Vocabulary).Traits;

        Assert.Equal([Readings.VNeck.Position, Readings.VNeck.Attribute.Values.Count], traits["neckline_design"]);
        Assert.Equal(Readings.LongSleeves.Attribute.Invisible.Position, traits["sleeve_length"][0]);
    }

    [Fact]
    public void History_OneShopperAlone_IsNobody()
    {
        var products = PairingInputs.Products(SmallShop.Items);

        Assert.Empty(
            PairingInputs.History(products,
            [.. SmallShop.Shoppers(1, "a", "p00", "p01"), .. SmallShop.Shoppers(1, "b", "gone")]).Customers);
        Assert.Equal(2, PairingInputs.History(products, [.. SmallShop.Shoppers(2, "a", "p00", "p01")]).Customers.Count);
    }

    [Fact]
    public void Customer_ChosenTwiceAndLongAgo_HasTheLatestLast()
    {
        var history = PairingInputs.History(PairingInputs.Products(SmallShop.Items), [.. SmallShop.Shoppers(2, "a", "p00")]);
        var day = SmallShop.Day;
        var customer =
            PairingInputs.Customer(history,
            [("p05", day.AddDays(-9)), ("p01", day.AddDays(-3)), ("p02", day.AddDays(-2)), ("p01", day), ("gone", day)], 2);

        Assert.Equal([2, 1], customer.Items);
        Assert.Equal([2, 0], customer.Ages);
    }
}
