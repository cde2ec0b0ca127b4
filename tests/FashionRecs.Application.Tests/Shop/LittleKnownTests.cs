using FashionRecs.Application.Catalog;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>Shops that know less than most: each still ranks, and says only what is true.</summary>
public class LittleKnownTests
{
    private static readonly string[] OfTexts =
        ["type", "section of the latest", "group", "colour", "pattern", "price band", "price level", "description", "closest description",
            "closest to the latest",
            "closest name", "same line"];

    private readonly Guid shopper = Guid.NewGuid();

    [Fact]
    public async Task Shop_WithoutAnyText_RanksByPicturesAndWhatOthersChoose()
    {
        using var shop = new TestShop();
        await shop.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 30).Select(number => (
            Bare(number) with { Name = "" }, Tags(TestShop.Vocabulary, number % 3 == 0 ? "V Neckline" : "Round Neckline")))]);
        await OthersChooseAsync(shop);
        await LikeAsync(shop, "p00", "p03", "p06");

        var now = await shop.Shop.OpenAsync(shopper);
        var cards = now.Recommend(12, choice: RankingChoice.WithoutExploration);

        Assert.Equal(12, cards.Count);
        AssertTrue(cards);
        Assert.Contains(cards, card => card.Explanation.Reason?.Value.Code == "V Neckline");
        Assert.Empty(cards.SelectMany(card => card.Explanation.Evidence).SelectMany(evidence => evidence.Parts).Select(part => part.Term)
            .Intersect(OfTexts));
        Assert.Contains(cards.SelectMany(card => card.Explanation.Evidence).SelectMany(evidence => evidence.Parts), part =>
            part.Term == "popularity");
        // Products without a name are no colours of one garment.
        Assert.True(now.Home().Sum(row => row.Cards.Count) > 12);
        Assert.Contains(now.Home(), row => row.Value?.Code == "V Neckline" && row.Cards.Count == 4);
    }

    [Fact]
    public async Task Vocabulary_WithoutFamilies_SaysEachValueForItself()
    {
        var vocabulary = OtherVocabularies.WithoutFamilies;
        using var shop = new TestShop(configure: services => services.AddSingleton(vocabulary));
        await shop.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 30).Select(number => (
            Bare(number), Tags(vocabulary, number % 3 == 0 ? "V Neckline" : "Round Neckline")))]);
        await LikeAsync(shop, "p00", "p03", "p06");

        var now = await shop.Shop.OpenAsync(shopper);
        var cards = now.Recommend(12, choice: RankingChoice.WithoutExploration);

        AssertTrue(cards);
        Assert.Contains(cards, card => card.Explanation.Reason is { Family: null, Value.Code: "V Neckline" });
        Assert.All(cards.SelectMany(card => card.Explanation.Shares), share => Assert.Null(share.Family));
        Assert.All(now.Learned(), learned => Assert.Null(learned.Family));
        Assert.NotEmpty(now.Browse(new CatalogQuery { Take = 5 }).Items);
    }

    [Fact]
    public async Task Product_WithoutAnyReading_RanksByTheRestAndSaysNothingOfItsPicture()
    {
        using var shop = new TestShop();
        await shop.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 30).Select(number => (
            Bare(number), number % 2 == 0 ? null : Tags(TestShop.Vocabulary, "V Neckline")))]);
        await OthersChooseAsync(shop);
        await LikeAsync(shop, "p01", "p03", "p02");

        var now = await shop.Shop.OpenAsync(shopper);
        var cards = now.Recommend(24, choice: RankingChoice.ByScoreAlone);
        var unread = cards.Where(card => card.Item.Predicted is null).ToArray();

        AssertTrue(cards);
        Assert.NotEmpty(unread);
        Assert.All(unread, card => Assert.Empty(card.Explanation.Shares));
        Assert.All(unread, card => Assert.Equal(now.Score(card.Item), card.Explanation.Evidence.Sum(part => part.Hundredths) / 100f,
            1e-4f));
        Assert.NotNull(now.Explain("p04"));
        Assert.NotNull(now.WhyNot("p04"));
        Assert.Empty(now.Offers("p04"));
        Assert.NotNull(now.NextQuestion([]));
    }

    /// <summary>The printed parts are the score, and whatever is named is so.</summary>
    private static void AssertTrue(IReadOnlyList<RecommendedCard> cards)
    {
        Assert.All(cards, card => Assert.Equal(card.Explanation.Contributions.Sum(part => part.Effect), card.Explanation.Score, 1e-4f));
        Assert.All(cards.SelectMany(card => card.Explanation.Reasons.Select(reason => (card.Item, reason))), named =>
            Assert.True(named.Item[named.reason.Value.Attribute]?.Statement?.Holds(named.reason.Value)));
        Assert.All(cards, card => Assert.DoesNotContain("  ", new AsTheShop().Compose(new ExplanationSubject(card.Item, card.Explanation))
            .Sentence?.ToString() ?? "", StringComparison.Ordinal));
    }

    private Task LikeAsync(TestShop shop, params string[] products) =>
        shop.Shop.RecordAsync([.. products.Select(product => new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, product))]);

    private static async Task OthersChooseAsync(TestShop shop)
    {
        for (var other = 0; other < 6; other++)
        {
            var id = Guid.NewGuid();
            await shop.Shop.RecordAsync([.. ((string[])["p00", "p04", "p08", "p11", "p17"])
                .Select(product => new ShopperEvent(Guid.NewGuid(), id, PreferenceSignal.Bag, product))]);
        }

        shop.Get<PairingService>().Forget();
    }

    private static Product Bare(int number) =>
        new() { Id = $"p{number:00}", Name = $"p{number:00}", Picture = $"{number:x64}", PictureWidth = 300, PictureHeight = 400 };

    private static PredictedTags Tags(AttributeVocabulary vocabulary, string neckline) =>
        new(new string('a', 64), [.. vocabulary.Attributes.Select(attribute =>
    {
        var shown = attribute.Code == "neckline_design" ? vocabulary.TryFind("neckline_design", neckline) : null;
        return new ProjectedAttribute(
            attribute, [.. attribute.Values.Select(value => value == (shown ?? attribute.Invisible) ? 0.95f : 0.02f)],
            shown is null ? null : new PartRegion(new PixelBox(10, 20, 30, 40), 0.8f));
    })]);
}
