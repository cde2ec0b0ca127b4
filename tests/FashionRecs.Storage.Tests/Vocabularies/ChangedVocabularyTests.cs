using FashionRecs.Application.Impressions;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Vocabularies;

/// <summary>A shop's vocabulary changes, and everybody who ever clicked goes on shopping in the same database.</summary>
public abstract class ChangedVocabularyTests(TestDatabase database) : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly Guid shopper = Guid.NewGuid();
    private readonly TestShop shop = Open(database, TestShop.Vocabulary);

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task NinthAttribute_InTheMiddle_EverybodyGoesOnWithWhatWasLearned()
    {
        var before = await ClickedAsync();
        var vocabulary = OtherVocabularies.WithNinthAttribute;
        using var later = Open(database, vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);

        AssertSameWeights(before, TestShop.Vocabulary, after, vocabulary);
        Assert.Equal(before.History.Events.Count, after.History.Events.Count);
        Assert.Equal(["v"], after.Liked);
        Assert.Equal(["long"], after.Bag);
        Assert.Equal(Round.FullCode(), vocabulary.Values[Assert.Single(after.State.Pinned)].FullCode());
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task LostValue_OldEventsAboutIt_CountNothingAndStayInTheLog()
    {
        await ClickedAsync();
        var vocabulary = OtherVocabularies.Without(VNeck);
        using var later = Open(database, vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);
        var log = await later.Get<IShopperStore>().LogAsync(shopper).ToListAsync();

        // "More V-neck" is gone with the value; liking the product stays, and counts for its sleeves.
        Assert.DoesNotContain(after.History.Events, entry => entry.Event.Signal == PreferenceSignal.More);
        Assert.Equal(["v"], after.Liked);
        Assert.True(after.State.Mean[vocabulary.TryFindByFullCode(Long.FullCode())!.Index] > 0);
        Assert.Equal(VNeck.FullCode(), Assert.Single(log, row => row.Signal == "More").Value);
        Assert.InRange(Assert.Single(log, row => row.Signal == "Like").Amounts![VNeck.FullCode()], 100, 128);
        Assert.All(log.Where(row => row.Amounts is not null), row => Assert.Equal("fashionai-garments 1", row.Vocabulary));
        Assert.Contains(await (await later.Shop.ExportAsync(shopper)).Events.ToListAsync(), row => row.Value == VNeck.FullCode());
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task RenamedPhrase_OldEvents_CountAsBefore()
    {
        var before = await ClickedAsync();
        var vocabulary = OtherVocabularies.WithPhrase(VNeck, "pointed neckline");
        using var later = Open(database, vocabulary);

        AssertSameWeights(before, TestShop.Vocabulary, await later.Shop.ShopperAsync(shopper), vocabulary);
        Assert.Contains((await later.Shop.OpenAsync(shopper)).Learned(), learned => learned.Value.Phrase == "pointed neckline");
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task ValueComesBack_InAThirdVersion_CountsAgain()
    {
        var before = await ClickedAsync();
        using (var later = Open(database, OtherVocabularies.Without(VNeck)))
        {
            await later.Shop.ShopperAsync(shopper);
        }

        using var again = Open(database, TestShop.Vocabulary);
        AssertSameWeights(before, TestShop.Vocabulary, await again.Shop.ShopperAsync(shopper), TestShop.Vocabulary);
    }

    [Fact]
    public async Task OtherGoods_WithTheSameCodes_OldEventsTeachNothing()
    {
        await ClickedAsync();
        var vocabulary = OtherVocabularies.Named("shoes");
        using var later = Open(database, vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);

        Assert.Equal(["v"], after.Liked);
        Assert.Equal(new double[vocabulary.Values.Count], after.State.Mean.ToArray());
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task UnknownWord_InTheLog_CountsNothing()
    {
        var before = await ClickedAsync();
        database.Execute("UPDATE \"Events\" SET \"Signal\" = 'Sniffed' WHERE \"Signal\" = 'More'");
        using var later = Open(database, TestShop.Vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);

        Assert.Equal(before.History.Events.Count - 1, after.History.Events.Count);
        Assert.Contains(await later.Get<IShopperStore>().LogAsync(shopper).ToListAsync(), row => row.Signal == "Sniffed");
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task NinthAttribute_InTheMiddle_ReadingsAndReviewsStayWhereTheyWere()
    {
        await ClickedAsync();
        await SubmitAsync("v", Round);
        var vocabulary = OtherVocabularies.WithNinthAttribute;
        using var later = Open(database, vocabulary);

        var item = (await later.Shop.CatalogAsync()).TryFind("v")!;

        Assert.Equal(8, item.Predicted!.Attributes.Count);
        Assert.Equal(Long.FullCode(), item[vocabulary["sleeve_length"]]!.Top.FullCode());
        Assert.NotNull(item[vocabulary["sleeve_length"]]!.Region);
        Assert.Equal((TagSource.Reviewed, Round.FullCode()),
            (item[vocabulary["neckline_design"]]!.Source, item[vocabulary["neckline_design"]]!.Top.FullCode()));
        Assert.Null(item[vocabulary["closure"]]);
        Assert.Equal("Ada", Assert.Single((await later.Get<IAnnotationStore>().OfAsync("v")).Said[vocabulary["neckline_design"]]).Reviewer);
        Assert.Contains(await later.Get<TagHistory>().OfAsync("v"), entry => entry.Value?.FullCode() == Round.FullCode());

        // Somebody says what the network never read, and takes it back.
        var zip = vocabulary.TryFind("closure", "Zip")!;
        await later.Get<IReviewStore>()
            .SubmitAsync(
            new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "Closure: Zip",
            [new ReviewChange("v", zip.Attribute, TagMarks.Choose(zip))]));
        Assert.Equal(zip, (await later.Shop.CatalogAsync()).TryFind("v")![zip.Attribute]!.Top);
        await later.Get<IReviewStore>().UndoAsync("Ada");
        Assert.Null((await later.Shop.CatalogAsync()).TryFind("v")![zip.Attribute]);
    }

    [Fact]
    public async Task LostValue_ReviewsAndReadingsOfIt_CountNothingAndTheOthersDo()
    {
        await ClickedAsync();
        await SubmitAsync("long", VNeck);
        await SubmitAsync("v", Round);
        var vocabulary = OtherVocabularies.Without(VNeck);
        var neckline = vocabulary["neckline_design"];
        using (var later = Open(database, vocabulary))
        {
            var catalog = await later.Shop.CatalogAsync();

            // The word on the V-neckline is gone with it: what the network said counts again. The other word stands.
            Assert.Equal((TagSource.Predicted, Round.FullCode()),
                (catalog.TryFind("long")![neckline]!.Source, catalog.TryFind("long")![neckline]!.Top.FullCode()));
            Assert.Equal((TagSource.Reviewed, Round.FullCode()),
                (catalog.TryFind("v")![neckline]!.Source, catalog.TryFind("v")![neckline]!.Top.FullCode()));
            // The network's own V-neckline of the other product is gone too, and with it the region that showed it.
            Assert.Null(catalog.TryFind("v")!.Predicted!.Attributes.Single(said => said.Attribute == neckline).Region);
            Assert.Empty((await later.Get<IAnnotationStore>().OfAsync("long")).Said);
            Assert.Empty(await later.Get<TagHistory>().OfAsync("long"));
            Assert.NotNull(await later.Get<IReviewStore>().UndoAsync("Ada"));
        }

        // Nothing was erased: under the old vocabulary it is all there.
        using var again = Open(database, TestShop.Vocabulary);
        Assert.Equal(VNeck, (await again.Shop.CatalogAsync()).TryFind("long")![VNeck.Attribute]!.Top);
    }

    private Task SubmitAsync(string product, AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), "Ada", ReviewActKind.Say, $"{value.Attribute.English}: {value.English}",
        [new ReviewChange(product, value.Attribute, TagMarks.Choose(value))]));

    private static TestShop Open(TestDatabase database, AttributeVocabulary vocabulary) => new(
        database: database, configure: services => services.AddSingleton(vocabulary).AddSingleton(PreferencePrior.Flat(vocabulary, 1)));

    /// <summary>A like, something in the bag, a wish for more of a value, and a pinned one.</summary>
    private async Task<ShopperProfile> ClickedAsync()
    {
        await shop.AddAsync("v", VNeck, Long);
        await shop.AddAsync("long", Long, Round);
        await shop.AddAsync("round", Round);
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v", Position: 2));
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.More, "v", VNeck.FullCode()));
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Pin, Value: Round.FullCode(), Weight: -1.5));
        return await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Bag, "long"));
    }

    /// <summary>Every page of the shop is drawn, a click is learned, and the last act is taken back.</summary>
    private async Task GoesOnAsync(TestShop later)
    {
        var before = await later.Shop.ShopperAsync(shopper);
        var opened = await later.Shop.OpenAsync(shopper);
        Assert.NotEmpty(opened.Home());
        Assert.Equal(3, opened.Browse(new CatalogQuery()).Total);
        Assert.NotNull(opened.Explain("v"));
        opened.Learned();
        await later.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["round"]));
        var clicked = await later.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "round"));
        Assert.Equal(before.History.Events.Count + 1, clicked.History.Events.Count);
        Assert.Contains("round", clicked.Liked);
        Assert.Equal(before.State.Mean.ToArray(), (await later.Shop.UndoAsync(shopper)).State.Mean.ToArray());
    }

    private static void AssertSameWeights(ShopperProfile before, AttributeVocabulary old, ShopperProfile after,
        AttributeVocabulary vocabulary)
    {
        Assert.Contains(before.State.Mean.ToArray(), weight => weight != 0);
        foreach (var value in old.Values)
        {
            var now = vocabulary.TryFindByFullCode(value.FullCode())!.Index;
            Assert.Equal(before.State.Mean[value.Index], after.State.Mean[now], 12);
            Assert.Equal(before.State.Deviation(value.Index), after.State.Deviation(now), 12);
        }
    }
}
