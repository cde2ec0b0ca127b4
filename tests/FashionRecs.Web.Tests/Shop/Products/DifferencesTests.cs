using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Products;

namespace FashionRecs.Web.Tests.Shop.Products;

public sealed class DifferencesTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue RoundNeck = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");
    private static readonly AttributeValue ShortSleeves = TestShop.Value("sleeve_length", "Short Sleeves");

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Said_OnlyTheChangedValueDiffers_SaysSo()
    {
        var (from, to) = await TwoAsync([VNeck, LongSleeves], [RoundNeck, LongSleeves]);

        Assert.Equal("Nothing else differs", Differences.Said(from, to, VNeck.Attribute, EnglishTexts.Localizer));
        Assert.Equal("Otherwise much alike", Differences.Said(from, to, VNeck.Attribute, EnglishTexts.Localizer, isSure: false));
    }

    [Fact]
    public async Task Said_NothingKnownDiffersButTheWordsDo_DoesNotSayThatNothingElseDiffers()
    {
        var (from, to) = await TwoAsync([VNeck, LongSleeves], [RoundNeck, LongSleeves]);
        var satin = new CatalogItem(TestShop.Vocabulary, to.Product with { Description = "A dress in satin." }, to.Predicted, []);
        var silent = new CatalogItem(TestShop.Vocabulary, to.Product, null, []);

        Assert.Equal("Otherwise much alike", Differences.Said(from, satin, VNeck.Attribute, EnglishTexts.Localizer));
        Assert.Equal("Also another colour", Differences.Said(from,
            new CatalogItem(TestShop.Vocabulary, to.Product with { Colour = "Red" }, to.Predicted, []), VNeck.Attribute,
            EnglishTexts.Localizer));
        Assert.NotEqual("Nothing else differs", Differences.Said(from, silent, VNeck.Attribute, EnglishTexts.Localizer));
    }

    [Fact]
    public async Task Said_OtherAttributesDiffer_NamesThem()
    {
        var (from, to) = await TwoAsync([VNeck, LongSleeves], [RoundNeck, ShortSleeves]);

        Assert.Equal("Also another sleeve length", Differences.Said(from, to, VNeck.Attribute, EnglishTexts.Localizer));
        Assert.Equal("Also another neckline design", Differences.Said(from, to, LongSleeves.Attribute, EnglishTexts.Localizer));
    }

    private async Task<(CatalogItem From, CatalogItem To)> TwoAsync(AttributeValue[] from, AttributeValue[] to)
    {
        await shop.AddAsync("from", from);
        await shop.AddAsync("to", to);
        var catalog = await shop.Shop.CatalogAsync();
        return (catalog.TryFind("from")!, catalog.TryFind("to")!);
    }
}
