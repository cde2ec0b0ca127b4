using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

public class ProductTermsTests
{
    [Theory]
    [InlineData("V-Neckline dress, A-line", "v-neckline dress a-line")]
    [InlineData("Kleid für große Größen", "kleid für große größen")]
    [InlineData("robe à col châle", "robe col châle")]
    [InlineData("V领连衣裙", "领连 连衣 衣裙")]
    [InlineData("an XL 24/7 top", "top")]
    [InlineData("", "")]
    public void Words_OfAnyScript_AreTheWordsThatTellProductsApart(string text, string words) =>
        Assert.Equal(words, string.Join(' ', ProductTerms.Words(text)));

    [Fact]
    public void Likeness_OfTextsAllOfOnePattern_SpreadsAsWhereItsWeightWasLearned()
    {
        string[] colours = ["red", "blue", "green", "black"], cloths = ["linen", "satin", "denim", "jersey", "wool"];
        var products = Shop([.. Enumerable.Range(0, 40).Select(at => $"{colours[at % 4]} {cloths[at % 5]}")]);

        var plain = new ProductTerms(products, product => product.Description);
        var held = new ProductTerms(products, product => product.Description, 0.05);

        Assert.Equal(1, plain.Scale);
        Assert.True(plain.Spread > 0.1);
        Assert.Equal(0.05, plain.Spread * held.Scale, 6);
        Assert.Equal(plain.Likeness(0, 4) * held.Scale, held.Likeness(0, 4), 6);
        var values = new float[products.Count];
        held.AddLikeness(0, 2, values);
        Assert.Equal(2 * held.Likeness(0, 4), values[4], 5);
    }

    [Fact]
    public void Likeness_OfTextsOfManyKinds_CountsAsItIs()
    {
        var products = Shop([.. Enumerable.Range(0, 40).Select(at => $"word{(char)('a' + (at % 26))} other{(char)('a' + (at / 2))}")]);

        Assert.Equal(1, new ProductTerms(products, product => product.Description, 10).Scale);
        Assert.Equal(1, new ProductTerms(Shop([""]), product => product.Description, 0.05).Scale);
    }

    [Fact]
    public void Line_OfASmallShop_IsNoWordThatAFewProductsShare()
    {
        var products = Shop([.. Enumerable.Range(0, 30)
            .Select(at => at < 8 ? "Satin thing" : at < 12 ? "Sahara thing" : $"{(char)('a' + at)}bc")]);
        var term = new NameTerm(products);
        term.Fit(PurchaseHistory.Nobody(products));

        Assert.Equal(0, term.Value(Bought(0), 1));
        Assert.Equal(1, term.Value(Bought(8), 9));
    }

    private static CustomerHistory Bought(int product) => new(-1, "", [product], [0]);

    private static ShopProducts Shop(string[] texts) => new(
        [.. texts.Select((text, at) => new ListedProduct($"p{at:000}", "", text, "", "", "", "", "", 10, text))], "");
}
