using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

public class ReturningTermTests
{
    [Fact]
    public void Values_BoughtOnSecondDays_SpeaksForIt()
    {
        Purchase[] purchases =
            [.. Enumerable.Range(0, 50)
            .SelectMany(customer => new[] { Shop.Buy(0, customer, 0), Shop.Buy(0, customer, 1), Shop.Buy(1, customer, 2) })];
        var term = new ReturningTerm("again", [0, 0, 1]);
        term.Fit(new PurchaseHistory(Shop.Products(3), purchases));
        var values = new float[3];
        term.Values(CustomerHistory.Empty, values);

        Assert.True(values[2] > 0);
        Assert.True(values[0] < 0);
        Assert.Equal(values[0], values[1]);
    }

    [Fact]
    public void Values_NobodyCameBack_IsNoEvidence()
    {
        var term = new ReturningTerm("again", [0, 1, 1]);
        term.Fit(new PurchaseHistory(Shop.Products(3), [Shop.Buy(0, 1, 0), Shop.Buy(0, 2, 1)]));
        var values = new float[3];
        term.Values(CustomerHistory.Empty, values);

        Assert.All(values, value => Assert.Equal(0, value, 5));
    }
}
