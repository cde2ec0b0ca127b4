using FashionRecs.Application.Catalog;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Replay;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Shop.Replay;

/// <summary>Purchases are measured with what the pages show.</summary>
public sealed class ReplayedShopTests : IDisposable
{
    private const int Shoppers = 20;
    private static readonly CrowdOptions Crowd = new() { Least = 2, LeastAgeHours = 0, OncePerOrigin = false };
    private readonly TestShop shop = new(
        time: new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)), configure: services =>
            services.AddSingleton(Crowd));

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Score_TwentyShoppersOfASmallShop_HasThePagesFirstTwentyFour()
    {
        await FillAsync();
        var baskets = Enumerable.Range(0, Shoppers)
            .Select(number => (Shopper: new Guid(number + 1, 0, 0, new byte[8]), Products: Basket(number))).ToArray();
        foreach (var (shopper, products) in baskets)
        {
            await shop.Shop.RecordAsync([.. products.Select(product =>
                new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Bag, product))]);
        }

        shop.Get<PairingService>().Forget();
        var items = (await shop.Shop.CatalogAsync()).Items;
        var list = PairingInputs.Products(items);
        var history = new PurchaseHistory(
            list, [.. baskets.SelectMany(basket =>
                basket.Products.Select(product => new Purchase(new DateOnly(2026, 3, 2), $"{basket.Shopper}", list.IndexOf(product))))]);
        var replayed = new ReplayedShop(
            "shop", items, TestShop.Vocabulary, new ReplayOptions { Crowd = Crowd, Prior = shop.Get<PreferencePrior>() }, _ =>
                shop.Get<PairingOptions>().Weights);
        replayed.Fit(history);

        foreach (var (shopper, products) in baskets)
        {
            var now = await shop.Shop.OpenAsync(shopper);
            string[] page = [.. now.Recommend(24, choice: RankingChoice.ByScoreAlone).Select(card => card.Item.Product.Id)];
            string[] catalog = [.. now.Browse(new CatalogQuery { Take = 60 }).Items.Select(item => item.Product.Id).Except(products)
                .Take(24)];

            Assert.Equal(24, page.Length);
            Assert.Equal(catalog, page);
            Assert.Equal(First(replayed, history, $"{shopper}", products), page);
            Assert.Contains(now.EvidenceWeights, weight => weight.Deviation > 0);
        }

        Assert.True(baskets.Select(basket => string.Join(' ', First(replayed, history, $"{basket.Shopper}", basket.Products))).Distinct()
            .Count() > 10);
    }

    [Fact]
    public void Score_BeforeAnythingWasLearned_SaysSo()
    {
        var replayed = new ReplayedShop("shop", [], TestShop.Vocabulary, new ReplayOptions(), _ => new Dictionary<string, double>());

        Assert.Throws<InvalidOperationException>(() => replayed.Score(CustomerHistory.Empty, new float[1]));
    }

    private static string[] First(ReplayedShop replayed, PurchaseHistory history, string customer, string[] chosen)
    {
        var scores = new float[history.Products.Count];
        replayed.Score(history.Find(customer)!, scores);
        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(product => scores[product]).ThenBy(product => product)
            .Select(product => history.Products[product].Code).Except(chosen).Take(24)];
    }

    private static string[] Basket(int number)
    {
        var random = new Random(number);
        return [.. Enumerable.Range(0, 3 + (number % 3)).Select(_ => $"p{(random.Next(10) * 4) + (number % 4):00}").Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private async Task FillAsync()
    {
        string[] types = ["Dress", "Skirt", "Shirt", "Trousers"], colours = ["Black", "White", "Red"];
        AttributeValue[] values = [TestShop.Value("neckline_design", "V Neckline"), TestShop.Value("neckline_design", "Round Neckline"),
            TestShop.Value("sleeve_length", "Long Sleeves")];
        for (var number = 0; number < 40; number++)
        {
            await shop.Get<ProductImport>().ImportAsync(
                new ProductFacts(
                    $"p{number:00}", $"Piece {(char)('a' + (number % 7))}ton", types[number % 4], "Garment", "Ladieswear",
                        colours[number % 3], "Solid", 10 + number,
                    $"Made of {(number % 5 == 0 ? "linen" : "cotton")} for {(number % 2 == 0 ? "summer" : "winter")}."),
                System.Text.Encoding.UTF8.GetBytes($"picture of {number}"), new FakeProjector([values[number % 3]]));
        }
    }
}
