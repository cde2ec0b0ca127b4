using System.Text.RegularExpressions;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Arms;

/// <summary>An experiment whose arms explain alike and rank the start page differently.</summary>
public partial class RankingTests
{
    private const int FirstRow = 8;

    [Theory]
    [InlineData("control", RankingChoice.AsTheShop)]
    [InlineData("treatment", RankingChoice.ByScoreAlone)]
    public async Task Home_ArmWithARanking_IsRankedByIt(string arm, RankingChoice expected)
    {
        await using var shop = await OpenAsync(RankingChoice.ByScoreAlone);
        var service = shop.Services.GetRequiredService<ShopService>();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var client = await shop.ShopperInAsync(arm);
            var shopper =
                Guid.Parse(shop.Services.GetRequiredService<ExposureToken>().TryOpen((await ArmShop.TokensAsync(client))[0])!.Unit);
            var (shops, scores) = (await FirstAsync(RankingChoice.AsTheShop), await FirstAsync(RankingChoice.ByScoreAlone));
            if (!shops.SequenceEqual(scores))
            {
                var page = Card().Matches(await client.GetStringAsync("/")).Select(match => match.Groups[1].Value).Take(FirstRow);
                Assert.Equal(expected == RankingChoice.AsTheShop ? shops : scores, page);
                return;
            }

            async Task<string[]> FirstAsync(RankingChoice choice) =>
                [.. (await service.OpenAsync(shopper))
                    .Home(shopper.GetHashCode() ^ (await service.ShopperAsync(shopper)).History.Events.Count, choice: choice)
                    .First().Cards.Select(card => card.Item.Product.Id)];
        }

        Assert.Fail("Both rankings made the same page for twenty shoppers.");
    }

    [Theory]
    [InlineData(RankingChoice.WithoutExploration, true)]
    [InlineData(RankingChoice.AsTheShop, false)]
    public async Task Home_NothingIsExplained_ExposesWhereArmsRankDifferently(RankingChoice treatment, bool exposes)
    {
        await using var shop = await OpenAsync(treatment);

        Assert.Equal(exposes, (await ArmShop.TokensAsync(shop.Stranger())).Length > 0);
    }

    private static async Task<ArmShop> OpenAsync(RankingChoice treatment)
    {
        var shop = await ArmShop.OpenAsync(new WordsOnly(), new WordsOnly(),
            design => design with { Arms = [design.Arms[0], design.Arms[1] with { Ranking = treatment }] });
        var vocabulary = AttributeVocabularyFile.Default;
        for (var number = 0; number < 8; number++)
        {
            await shop.ImportAsync($"v{number}", new FakeProjector(vocabulary.TryFind("neckline_design", "V Neckline")!));
            await shop.ImportAsync($"long{number}", new FakeProjector(vocabulary.TryFind("sleeve_length", "Long Sleeves")!));
            await shop.ImportAsync($"round{number}",
                new FakeProjector(vocabulary.TryFind("neckline_design", "Round Neckline")!,
                vocabulary.TryFind("sleeve_length", "Short Sleeves")!));
        }

        return shop;
    }

    [GeneratedRegex("data-product-card=\"([^\"]+)\"")]
    private static partial Regex Card();
}
