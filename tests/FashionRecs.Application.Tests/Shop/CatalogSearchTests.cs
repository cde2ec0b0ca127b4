using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public class CatalogSearchTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue RoundNeck = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly TestShop shop;

    public CatalogSearchTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected CatalogSearchTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Browse_FilterOnOneValue_CountsItsAlternativesWithoutIt()
    {
        await FillAsync();
        var page = (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Values = [VNeck] });
        Assert.Equal(["a", "b"], page.Items.Select(item => item.Product.Id).Order());
        Assert.Equal((2, 1, 1), (page.Total, page.Values[RoundNeck], page.Values[LongSleeves]));
        Assert.Equal([new KeyValuePair<string, int>("Dress", 2)], page.Types);
    }

    [Fact]
    public async Task Browse_WordsOfAValue_FindWhatTheNetworkSaw()
    {
        await FillAsync();
        var page = (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Words = "LONG sleeves" });
        Assert.Equal(["a"], page.Items.Select(item => item.Product.Id));
    }

    [Fact]
    public async Task Browse_Family_FindsAndCountsAnyOfItsValues()
    {
        await FillAsync();
        await shop.AddAsync("deep", TestShop.Value("neckline_design", "Deep V Neckline"));
        var family = TestShop.Vocabulary.TryFindFamilyByFullCode("neckline_design:V-Shaped")!;

        var page = (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Families = [family] });

        Assert.Equal(["a", "b", "deep"], page.Items.Select(item => item.Product.Id).Order());
        Assert.Equal((3, 2, 1, 1), (page.Families[family], page.Values[VNeck], page.Values[RoundNeck], page.Families[LongSleeves.Family!]));
        Assert.Equal(4,
            (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Families = [family], Values = [RoundNeck] }).Total);
    }

    [Theory]
    [InlineData("high neck", "high")]
    [InlineData("polo neck", "high")]
    [InlineData("V-neck", "a b")]
    [InlineData("v neck long sleeves", "a")]
    [InlineData("V领", "a b")]
    [InlineData("round neckline", "c")]
    [InlineData("eck", "")]
    [InlineData("!!", "")]
    public async Task Browse_WordsThatMeanValues_FindWhatShowsThem(string words, string found)
    {
        await FillAsync();
        await shop.AddAsync("high", TestShop.Value("neck_design", "Turtle Neck"));

        var page = (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Words = words });

        Assert.Equal(found, string.Join(' ', page.Items.Select(item => item.Product.Id).Order()));
    }

    [Theory]
    [InlineData("dresses", 3)]
    [InlineData("Dress", 3)]
    [InlineData("necklines", 3)]
    [InlineData("trousers", 0)]
    public async Task Browse_Plural_FindsTheSingularWhereItIsFoundNowhere(string words, int total)
    {
        await FillAsync();
        Assert.Equal(total, (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Words = words }).Total);
    }

    [Fact]
    public async Task Browse_PriceOutOfRange_FindsNothing()
    {
        await FillAsync();
        Assert.Equal(0, (await shop.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { PriceFrom = 10 }).Total);
    }

    [Fact]
    public async Task LikeThisBut_OtherNeckline_FindsTheOneThatHasIt()
    {
        await FillAsync();
        Assert.Equal(["c"], (await shop.Shop.OpenAsync(Guid.NewGuid())).LikeThisBut("a", RoundNeck).Select(near => near.Item.Product.Id));
        Assert.Empty((await shop.Shop.OpenAsync(Guid.NewGuid())).LikeThisBut("gone", RoundNeck));
    }

    [Fact]
    public async Task LikeThisBut_ALittleLonger_FindsTheNextLongerFirst()
    {
        await shop.AddAsync("cap", TestShop.Value("sleeve_length", "Cup Sleeves"), VNeck);
        await shop.AddAsync("long", LongSleeves, VNeck);
        await shop.AddAsync("short", TestShop.Value("sleeve_length", "Short Sleeves"), VNeck);
        var opened = await shop.Shop.OpenAsync(Guid.NewGuid());

        Assert.Equal(["sleeve_length:longer"], opened.LengthOffers("cap").Select(change => change.FullCode));
        Assert.Equal(["short", "long"],
            opened.LikeThisBut("cap", new LengthChange(LongSleeves.Attribute, true)).Select(near => near.Item.Product.Id));
        Assert.Equal(["sleeve_length:shorter", "sleeve_length:longer"], opened.LengthOffers("short").Select(change => change.FullCode));
        Assert.Empty(opened.LikeThisBut("long", new LengthChange(LongSleeves.Attribute, true)));
        Assert.Empty(opened.LengthOffers("gone"));
    }

    [Fact]
    public async Task Offers_OfAProduct_AreWhatOthersHaveInsteadOfItsOwn()
    {
        await FillAsync();
        Assert.Equal([RoundNeck], (await shop.Shop.OpenAsync(Guid.NewGuid())).Offers("a"));
        Assert.Equal([VNeck], (await shop.Shop.OpenAsync(Guid.NewGuid())).Offers("c"));
        Assert.Empty((await shop.Shop.OpenAsync(Guid.NewGuid())).Offers("gone"));
    }

    [Fact]
    public async Task NextQuestion_AllAsked_IsNone()
    {
        await FillAsync();
        Assert.Equal("a", (await shop.Shop.OpenAsync(Guid.NewGuid())).NextQuestion(["b", "c"])!.Product.Id);
        Assert.Null((await shop.Shop.OpenAsync(Guid.NewGuid())).NextQuestion(["a", "b", "c"]));
    }

    private async Task FillAsync()
    {
        await shop.AddAsync("a", VNeck, LongSleeves);
        await shop.AddAsync("b", VNeck);
        await shop.AddAsync("c", RoundNeck);
    }
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class CatalogSearchByKeyTests() : CatalogSearchTests(HeldCatalog.None);
