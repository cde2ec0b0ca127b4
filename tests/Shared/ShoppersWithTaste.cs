using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Tests;

/// <summary>
/// A shop in which whoever likes V-necklines also likes long sleeves on other garments, and whoever likes round necklines sleeveless ones.
/// </summary>
internal static class ShoppersWithTaste
{
    private const int OfEach = 12;

    private static readonly AttributeValue[] Kinds =
    [
        TestShop.Value("neckline_design", "V Neckline"), TestShop.Value("sleeve_length", "Long Sleeves"),
        TestShop.Value("neckline_design", "Round Neckline"), TestShop.Value("sleeve_length", "Sleeveless"),
    ];

    /// <summary>Fills the shop; each shopper chooses two of one kind, then two of the kind that goes with it.</summary>
    /// <param name="shop">An empty shop.</param>
    /// <param name="shoppers">How many.</param>
    /// <param name="isRandom">Whether they choose anything instead.</param>
    public static async Task FillAsync(TestShop shop, int shoppers, bool isRandom = false)
    {
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            for (var number = 0; number < OfEach; number++)
            {
                await shop.AddAsync($"p{kind}{number:00}", Kinds[kind]);
            }
        }

        var (random, ids) = (new Random(1), new Random(2));
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            var (id, first) = (Any(ids), shopper % 2 * 2);
            for (var at = 0; at < 4; at++)
            {
                var kind = isRandom ? random.Next(Kinds.Length) : first + (at / 2);
                await shop.Shop.RecordAsync(new ShopperEvent(
                    Any(ids), id, PreferenceSignal.Like, $"p{kind}{random.Next(OfEach):00}"));
            }
        }
    }

    /// <summary>A number that is the same in each run: it decides which shoppers are held out.</summary>
    private static Guid Any(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
