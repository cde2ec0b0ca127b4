using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

public class LatestTermTests
{
    [Fact]
    public void Values_SeveralDays_KnowsTheLatestOneOnly()
    {
        var values = new float[3];
        new LatestTerm("latest", new Owned()).Values(new CustomerHistory(0, "c", [0, 1, 2], [4, 1, 1]), values);

        Assert.Equal([0, 1, 1], values);
    }

    [Fact]
    public void Values_NothingBought_IsNoEvidence()
    {
        var values = new float[] { 5, 5, 5 };
        new LatestTerm("latest", new Owned()).Values(CustomerHistory.Empty, values);

        Assert.Equal([0, 0, 0], values);
    }

    /// <summary>1 for what the customer has.</summary>
    private sealed class Owned : IShareTerm
    {
        public string Name => "owned";

        public float Value(CustomerHistory customer, int product) => customer.Items.Contains(product) ? 1 : 0;

        public void Fit(PurchaseHistory history)
        {
        }

        public void Values(CustomerHistory customer, Span<float> values)
        {
            values.Clear();
            foreach (var item in customer.Items)
            {
                values[item] = 1;
            }
        }
    }
}
