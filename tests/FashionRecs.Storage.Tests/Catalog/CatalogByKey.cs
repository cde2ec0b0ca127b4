using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>A shop whose catalog is held in memory, and one on the same database that reads it by key.</summary>
public abstract class CatalogByKey : IDisposable
{
    private protected const int Products = 160;
    private protected static readonly string[] Types = ["Dress", "Trousers", "Blouse", "Top"];
    private static readonly string[] Colours = ["Black", "White", "Red", "Blue", ""];

    protected CatalogByKey(TestDatabase database)
    {
        Kept = database;
        Held = database.Open();
        Read = ByKey();
    }

    /// <summary>Where both keep what they know.</summary>
    private protected TestDatabase Kept { get; }

    /// <summary>Holds the catalog in memory.</summary>
    private protected TestShop Held { get; }

    /// <summary>Reads it by key.</summary>
    private protected TestShop Read { get; }

    /// <summary>Who looks at the pages.</summary>
    private protected Guid Shopper { get; } = new("00000000-0000-0000-0000-000000000007");

    public void Dispose()
    {
        Held.Dispose();
        Read.Dispose();
        Kept.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected TestShop ByKey() =>
        new(database: Kept,
            configure: services => services.AddSingleton(new CatalogMemory { WholeUpTo = 50, Recent = 32, Compared = 8 }));

    private protected static ProductField Field(string code) => ProductField.All.First(field => field.Code == code);

    /// <summary>All that stands on some pages, line by line.</summary>
    private protected async Task<IReadOnlyList<string>> PagesAsync(TestShop at)
    {
        var shop = await at.Shop.OpenAsync(Shopper);
        var value = TestShop.Value("sleeve_length", "Long Sleeves");
        CatalogQuery[] queries =
        [
            new(), new() { Values = [value] }, new() { Types = ["Dress"], Order = CatalogOrder.PriceUp, Skip = 5 },
            new() { Colours = ["Red", "Blue"], Order = CatalogOrder.Name }, new() { Words = "red dress under 40" },
            new() { Words = "number twelve trousers" }, new() { Order = CatalogOrder.PriceDown, PriceFrom = 20, PriceTo = 50 },
            new() { PriceFrom = 9_000, TakesNearestPrices = true },
        ];
        var lines = new List<string>();
        foreach (var card in shop.Recommend(24, 3).Concat(shop.Home(5).SelectMany(row => row.Cards)))
        {
            lines.Add($"{card.Position} {card.Item.Product.Id} {card.Item.Product.Name} {card.Explanation.Score:R} "
                + $"{card.Explanation.Reason?.Phrase} {card.Explanation.Reason?.Region?.Box} {card.Explored}");
        }

        foreach (var page in queries.Select(shop.Browse))
        {
            lines.Add($"{page.Total}: {string.Join(' ', page.Items.Select(item => item.Product.Id))}; "
                + string.Join(' ', page.Values.OrderBy(pair => pair.Key.Index).Select(pair => pair.Value)) + "; "
                + string.Join(' ', page.Types.Concat(page.Colours).Concat(page.Patterns).Select(pair => $"{pair.Key} {pair.Value}")) + "; "
                + string.Join(' ', page.Prices.Select(pair => $"{pair.Key} {pair.Value}")));
        }

        foreach (var id in (string[])["p000", "p017", "p055", "p159"])
        {
            var why = shop.Explain(id)!;
            lines.Add($"{id} {why.Place} {why.Explanation.Score:R} "
                + string.Join(' ', why.Explanation.Shares.Select(share => share.FullCode)));
            lines.Add(string.Join(' ', shop.Similar(id).Select(near => $"{near.Item.Product.Id} {near.Distance:R}")));
            lines.Add(string.Join(' ', shop.LikeThisBut(id, value)
                .Select(near => $"{near.Item.Product.Id} {near.Distance:R} {near.IsSure}")));
            lines.Add(string.Join(' ', shop.Offers(id).Select(offer => offer.FullCode())));
            lines.Add($"{shop.WhyNot(id)!.Kind} {shop.WhyNot(id)!.Place}");
        }

        lines.Add(string.Join(' ', shop.RecommendAmong(new CatalogQuery { Types = ["Blouse"] }, 8, 2)
            .Select(card => card.Item.Product.Id)));
        lines.Add(shop.NextQuestion(["p001"], 4)!.Product.Id);
        return lines;
    }

    private protected async Task LikeAsync()
    {
        foreach (var (id, signal) in ((string, PreferenceSignal)[])[("p002", PreferenceSignal.Like), ("p007", PreferenceSignal.Like),
            ("p009", PreferenceSignal.Bag), ("p011", PreferenceSignal.Hide)])
        {
            await Held.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), Shopper, signal, id));
        }
    }

    private protected Task FillAsync()
    {
        var random = new Random(5);
        return Held.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, Products).Select(number => (Facts(number), Tags()))]);

        Product Facts(int number) => new()
        {
            Id = $"p{number:000}", Name = $"Number {number % 40} {Types[number % 4]}", Type = Types[number % 4], Group = "Garment",
            Section = number % 2 == 0 ? "Ladieswear" : "Divided", Colour = Colours[number % 5],
            Pattern = number % 3 == 0 ? "Stripe" : "Solid",
            Price = number % 11 == 0 ? null : 5 + (number % 60), Description = $"A {Types[number % 4]} of cotton. Number {number}.",
            Picture = $"{number:x64}", PictureWidth = 300, PictureHeight = 400,
        };

        PredictedTags? Tags() => new("drawn", [.. TestShop.Vocabulary.Attributes.Select(attribute =>
        {
            var top = attribute.Values[random.Next(attribute.Values.Count)];
            float[] said = [.. attribute.Values.Select(each =>
                each == top ? 0.5f + (0.49f * random.NextSingle()) : 0.1f * random.NextSingle())];
            return new ProjectedAttribute(attribute, said,
                top.IsInvisible ? null : new PartRegion(new PixelBox(random.Next(9), 2, 30, 40), random.NextSingle()));
        })]);
    }
}
