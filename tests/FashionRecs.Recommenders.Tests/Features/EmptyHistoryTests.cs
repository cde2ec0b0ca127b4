using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

/// <summary>What the shares say where little is known.</summary>
public class EmptyHistoryTests
{
    [Fact]
    public void Values_NobodyBoughtAnything_AreFiniteAndSayNothingOfOthers()
    {
        var products = Shop.Products();
        foreach (var term in ShareTerms.Create(products, ProductAttributes.None))
        {
            term.Fit(PurchaseHistory.Nobody(products));
            var values = new float[12];
            term.Values(new CustomerHistory(-1, "c", [0, 3], [0, 0]), values);

            Assert.All(values, value => Assert.True(float.IsFinite(value), term.Name));
            // All alike, but for what the products themselves say.
            Assert.True(term.Name is "price level" or "description" or "closest description" or "closest name"
            or "closest to the latest" or "same line" || values.Distinct().Count() == 1, term.Name);
        }
    }

    [Fact]
    public void Taste_FewerCustomersThanNumbers_SaysNothing()
    {
        var history = new PurchaseHistory(Shop.Products(), Shop.Purchases());

        Assert.All(Values(new EmbeddingSimilarityFeature("taste", new PureSvdEmbedding(64)), history), value => Assert.Equal(0, value));
        Assert.Contains(Values(new EmbeddingSimilarityFeature("taste", new PureSvdEmbedding(8)), history), value => value > 0);
    }

    [Fact]
    public void Trait_UnknownOfAProductOrOfAllOwned_IsEvidenceOfNothing()
    {
        var history = new PurchaseHistory(Shop.Products(), Shop.Purchases());
        int[] traits = [.. Enumerable.Range(0, 12).Select(item => item < 6 ? 0 : item < 9 ? 1 : 2)];
        var (knowing, unknowing) = (new TraitTerm("colour", traits), new TraitTerm("colour", traits, unknown: 2));

        Assert.NotEqual(0, Values(knowing, history)[9]);
        Assert.Equal(0, Values(unknowing, history)[9]);
        Assert.Equal(Values(knowing, history)[3], Values(unknowing, history)[3]);
        Assert.All(Values(unknowing, history, 9), value => Assert.Equal(0, value));
        Assert.Equal(-1, unknowing.SupportingItem(new CustomerHistory(-1, "c", [0, 9], [0, 0]), 9));
        Assert.Equal(0, unknowing.SupportingItem(new CustomerHistory(-1, "c", [0, 9], [0, 0]), 3));
    }

    private static float[] Values(IShareTerm term, PurchaseHistory history, int owned = 0)
    {
        term.Fit(history);
        var values = new float[12];
        term.Values(new CustomerHistory(-1, "c", [owned], [0]), values);
        return values;
    }
}
