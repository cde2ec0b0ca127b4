using System.Net;
using System.Net.Http.Json;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Arms;

/// <summary>Two rankings that take turns in the first row of the start page.</summary>
public class InterleavingTests
{
    private static readonly InterleavedRankings Rankings = new("by-score", "popular") { Credit = InterleavingCredit.Liked };

    [Fact]
    public async Task Home_TwoRankings_SealWhosePickEachCardIs()
    {
        await using var shop = await OpenAsync();
        var shopper = shop.Client();
        await ArmShop.LikesAsync(shopper);

        var (page, tokens) = (await shopper.GetStringAsync("/"), await ArmShop.TokensAsync(shopper));

        var picks = tokens.Select(token => Open(shop, token)).Where(fact => fact.Ranking is not null).ToArray();
        Assert.InRange(picks.Length, 2, 8);
        Assert.Equal(["by-score", "popular"], picks.Select(fact => fact.Ranking).Distinct().Order(StringComparer.Ordinal));
        Assert.All(picks, fact => Assert.True(fact.Exposes));
        // Neither a card nor a title says why: what would be named did not rank all of them.
        Assert.DoesNotContain("because of", page);
        Assert.Contains("Picked for you", page);
        Assert.DoesNotContain("by-score", page);
    }

    [Fact]
    public async Task Log_PickIsLikedTwiceAndElsewhere_CreditsItsRankingOnce()
    {
        await using var shop = await OpenAsync();
        var shopper = shop.Client();
        await ArmShop.LikesAsync(shopper);
        var token = (await ArmShop.TokensAsync(shopper))[0];
        var fact = Open(shop, token);

        Assert.Equal(HttpStatusCode.NoContent, (await ArmShop.TellAsync(shopper, token, "impression")).StatusCode);
        var like = new { id = Guid.NewGuid(), kind = "like", product = fact.Product, shown = token };
        await shopper.PostAsJsonAsync("/clicks", like);
        await shopper.PostAsJsonAsync("/clicks", like);
        // On a page that no ranking decides.
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = fact.Product });

        var log = (await shop.Services.GetRequiredService<Application.Research.InterleavingReader>().ReadAsync(ArmShop.Key))!;
        var credit = Assert.Single(log.Credits);
        Assert.Equal((fact.Product, fact.Ranking), (credit.Outcome.Product, log.Rankings.Of(credit.Team)));
        Assert.Equal([OutcomeKind.Impression, OutcomeKind.Like, OutcomeKind.Bag], log.Acts.Select(act => act.Outcome.Kind));
    }

    [Fact]
    public async Task Catalog_SeenByWhoNeverSawTheRow_ExposesNobody()
    {
        await using var shop = await OpenAsync();
        var shopper = shop.Client();
        await ArmShop.LikesAsync(shopper);

        var tokens = await ArmShop.TokensAsync(shopper, "/catalog");
        await ArmShop.TellAsync(shopper, tokens[0], "impression");

        Assert.All(tokens, token => Assert.False(Open(shop, token).Exposes));
        Assert.Empty((await shop.LogAsync()).Exposures);
    }

    [Fact]
    public async Task Row_OpenedAgainOrStopped_IsTheSameOrTheShopsOwn()
    {
        await using var shop = await OpenAsync();
        var shopper = shop.Client();
        await ArmShop.LikesAsync(shopper);
        var first = (await ArmShop.TokensAsync(shopper)).Select(token => (Open(shop, token).Product, Open(shop, token).Ranking)).ToArray();

        Assert.Equal(first, (await ArmShop.TokensAsync(shopper)).Select(token => (Open(shop, token).Product, Open(shop, token).Ranking)));
        await shop.StopAsync();
        Assert.Empty(await ArmShop.TokensAsync(shopper));
        Assert.Contains("Because you like", await shopper.GetStringAsync("/"));
    }

    [Fact]
    public async Task Pages_OfResearchers_ShowPreferenceAndExportIt()
    {
        await using var shop = await OpenAsync();
        var shopper = shop.Client();
        await ArmShop.LikesAsync(shopper);
        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        var researcher = await shop.ResearcherAsync();

        foreach (var page in new[] { "results", "report" })
        {
            var text = await researcher.GetStringAsync($"/research/experiments/{ArmShop.Key}/{page}");
            Assert.Contains("1 of 100 planned shoppers have seen the list", text);
            Assert.Contains("There is no p-value before", text);
        }

        Assert.Contains("\"is_complete\": false", await researcher.GetStringAsync($"/research/experiments/{ArmShop.Key}/analysis.json"));
        Assert.Contains("by-score", await researcher.GetStringAsync($"/research/experiments/{ArmShop.Key}/outcomes.csv")
            + await researcher.GetStringAsync($"/research/experiments/{ArmShop.Key}/analysis.json"));
        using var zip = new System.IO.Compression.ZipArchive(
            await researcher.GetStreamAsync($"/research/experiments/{ArmShop.Key}/package.zip?phase=1"));
        Assert.Contains("acts.csv", zip.Entries.Select(entry => entry.Name));
        Assert.Contains("Planned for", await researcher.GetStringAsync($"/research/experiments/{ArmShop.Key}"));
    }

    private static Task<ArmShop> OpenAsync() => ArmShop.OpenAsync(new NoExplanation(), new NoExplanation(), design => design with
    {
        Arms = [new("interleaved", 1, new NoExplanation())], Interleaving = Rankings, PrimaryMetric = "", PlannedUnits = 100,
        Comparison = new() { Sequential = false }, AskedShare = 0, Surface = Experiments.Lifecycle.ExplanationSurface.Cards,
    });

    private static ExposurePayload Open(ArmShop shop, string token) =>
        shop.Services.GetRequiredService<ExposureToken>().TryOpen(token)!;
}
