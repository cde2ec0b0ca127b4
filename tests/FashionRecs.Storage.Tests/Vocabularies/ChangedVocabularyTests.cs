using FashionRecs.Application.Impressions;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Vocabularies;

/// <summary>A shop's vocabulary changes, and everybody who ever clicked goes on shopping in the same file.</summary>
public sealed class ChangedVocabularyTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly Guid shopper = Guid.NewGuid();
    private readonly TestShop shop = Open(null, TestShop.Vocabulary);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task NinthAttribute_InTheMiddle_EverybodyGoesOnWithWhatWasLearned()
    {
        var before = await ClickedAsync();
        var vocabulary = OtherVocabularies.WithNinthAttribute;
        using var later = Open(shop.Folder, vocabulary);

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
        using var later = Open(shop.Folder, vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);
        var log = await later.Get<IShopperStore>().LogAsync(shopper);

        // "More V-neck" is gone with the value; liking the product stays, and counts for its sleeves.
        Assert.DoesNotContain(after.History.Events, entry => entry.Event.Signal == PreferenceSignal.More);
        Assert.Equal(["v"], after.Liked);
        Assert.True(after.State.Mean[vocabulary.TryFindByFullCode(Long.FullCode())!.Index] > 0);
        Assert.Equal(VNeck.FullCode(), Assert.Single(log, row => row.Signal == "More").Value);
        Assert.Equal(128, Assert.Single(log, row => row.Signal == "Like").Amounts![VNeck.FullCode()]);
        Assert.All(log.Where(row => row.Amounts is not null), row => Assert.Equal("fashionai-garments 1", row.Vocabulary));
        Assert.Contains((await later.Shop.ExportAsync(shopper)).Events, row => row.Value == VNeck.FullCode());
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task RenamedPhrase_OldEvents_CountAsBefore()
    {
        var before = await ClickedAsync();
        var vocabulary = OtherVocabularies.WithPhrase(VNeck, "pointed neckline");
        using var later = Open(shop.Folder, vocabulary);

        AssertSameWeights(before, TestShop.Vocabulary, await later.Shop.ShopperAsync(shopper), vocabulary);
        Assert.Contains(await later.Shop.LearnedAsync(shopper), learned => learned.Value.Phrase == "pointed neckline");
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task ValueComesBack_InAThirdVersion_CountsAgain()
    {
        var before = await ClickedAsync();
        using (var later = Open(shop.Folder, OtherVocabularies.Without(VNeck)))
        {
            await later.Shop.ShopperAsync(shopper);
        }

        using var again = Open(shop.Folder, TestShop.Vocabulary);
        AssertSameWeights(before, TestShop.Vocabulary, await again.Shop.ShopperAsync(shopper), TestShop.Vocabulary);
    }

    [Fact]
    public async Task OtherGoods_WithTheSameCodes_OldEventsTeachNothing()
    {
        await ClickedAsync();
        var vocabulary = OtherVocabularies.Named("shoes");
        using var later = Open(shop.Folder, vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);

        Assert.Equal(["v"], after.Liked);
        Assert.Equal(new double[vocabulary.Values.Count], after.State.Mean.ToArray());
        await GoesOnAsync(later);
    }

    [Fact]
    public async Task UnknownWord_InTheLog_CountsNothing()
    {
        var before = await ClickedAsync();
        Execute("UPDATE Events SET Signal = 'Sniffed' WHERE Signal = 'More'");
        using var later = Open(shop.Folder, TestShop.Vocabulary);

        var after = await later.Shop.ShopperAsync(shopper);

        Assert.Equal(before.History.Events.Count - 1, after.History.Events.Count);
        Assert.Contains(await later.Get<IShopperStore>().LogAsync(shopper), row => row.Signal == "Sniffed");
        await GoesOnAsync(later);
    }

    private static TestShop Open(string? folder, AttributeVocabulary vocabulary) => new(
        folder, configure: services => services.AddSingleton(vocabulary).AddSingleton(PreferencePrior.Flat(vocabulary, 1)));

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
        Assert.NotEmpty(await later.Shop.HomeAsync(shopper));
        Assert.Equal(3, (await later.Shop.BrowseAsync(shopper, new CatalogQuery())).Total);
        Assert.NotNull(await later.Shop.ExplainAsync(shopper, "v"));
        await later.Shop.LearnedAsync(shopper);
        await later.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["round"]));
        var clicked = await later.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "round"));
        Assert.Equal(before.History.Events.Count + 1, clicked.History.Events.Count);
        Assert.Contains("round", clicked.Liked);
        Assert.Equal(before.State.Mean.ToArray(), (await later.Shop.UndoAsync(shopper)).State.Mean.ToArray());
    }

    private static void AssertSameWeights(ShopperProfile before, AttributeVocabulary old, ShopperProfile after, AttributeVocabulary vocabulary)
    {
        Assert.Contains(before.State.Mean.ToArray(), weight => weight != 0);
        foreach (var value in old.Values)
        {
            var now = vocabulary.TryFindByFullCode(value.FullCode())!.Index;
            Assert.Equal(before.State.Mean[value.Index], after.State.Mean[now], 12);
            Assert.Equal(before.State.Deviation(value.Index), after.State.Deviation(now), 12);
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={shop.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
