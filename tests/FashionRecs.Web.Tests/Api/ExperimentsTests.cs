using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

public class ExperimentsTests
{
    [Fact]
    public async Task Recommendations_InAnExperiment_ShowTheArmAndTheLogHoldsWhatWasTold()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var client = await ApiAsync(shop);
        foreach (var arm in new[] { "control", "treatment" })
        {
            var (shopper, first) = await ShopperInAsync(client, arm);
            Assert.Equal(arm == "treatment", first.GetProperty("why").GetProperty("sentence").ValueKind == JsonValueKind.String);
            var shown = first.GetProperty("shown").GetString()!;

            Assert.Equal(1, await SendAsync("exposures", new { id = Guid.NewGuid(), shopper, shown, device = "phone" }));
            Assert.Equal(0, await SendAsync("exposures", new { id = Guid.NewGuid(), shopper, shown, device = "phone" }));
            Assert.Equal(1, await SendAsync("outcomes", new { id = Guid.NewGuid(), shopper, shown, kind = "click", value = 1 }));
            Assert.Equal(0, await SendAsync("outcomes", new { id = Guid.NewGuid(), shopper = "somebody else", shown, kind = "click" }));
            await client.PostAsJsonAsync("/api/v1/events",
                new { id = Guid.NewGuid(), shopper, kind = "bag", product = RecommendationsTests.Id(first), shown }).ReadAsync();

            var (exposures, outcomes) = await shop.LogAsync();
            var exposure = exposures.Last();
            Assert.Equal((arm, RecommendationsTests.Id(first)), (exposure.Arm, exposure.Product));
            Assert.Equal([OutcomeKind.Click, OutcomeKind.Bag],
                outcomes.Where(outcome => outcome.ExposureId == exposure.Id).Select(outcome => outcome.Kind));
        }

        async Task<int> SendAsync(string what, object message) => (await client.PostAsJsonAsync($"/api/v1/experiments/{what}",
            new Dictionary<string, object[]> { [what] = [message] }).ReadAsync()).GetProperty("recorded").GetInt32();
    }

    [Fact]
    public async Task Outcomes_OneBadAmongThem_TheGoodOneCountsAndTheBadOneIsNamed()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var client = await ApiAsync(shop);
        var (shopper, first) = await ShopperInAsync(client, "control");
        var shown = first.GetProperty("shown").GetString()!;

        var answer = await client.PostAsJsonAsync("/api/v1/experiments/outcomes", new
        {
            outcomes = new object?[]
            {
                new { id = Guid.NewGuid(), shopper, shown, kind = "trust", value = 9 },
                new { id = Guid.NewGuid(), shopper, shown, kind = "click" }, 7, null,
                new { id = Guid.NewGuid(), shopper, shown, kind = "like" },
                new { id = Guid.NewGuid(), shopper, shown = "forged", kind = "click" },
            },
        }).ReadAsync();

        Assert.Equal(1, answer.GetProperty("recorded").GetInt32());
        Assert.Equal([0, 2, 3, 4], answer.GetProperty("refused").EnumerateArray().Select(one => one.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task Assignments_OfAShopper_AreThoseOfTheAnswerAndLogNothing()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var client = await ApiAsync(shop);
        var (shopper, _) = await ShopperInAsync(client, "treatment");

        var assignment = Assert.Single((await client.GetAsync($"/api/v1/experiments/assignments?shopper={shopper}").ReadAsync())
            .GetProperty("assignments").EnumerateArray());

        Assert.Equal((ArmShop.Key, "treatment", "Words"), (assignment.GetProperty("experiment").GetString(),
            assignment.GetProperty("arm").GetString(), assignment.GetProperty("view").GetString()));
        Assert.Empty((await shop.LogAsync()).Exposures);
    }

    [Fact]
    public async Task View_AskedFor_IsWhatExplains()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var client = await ApiAsync(shop);
        await LikeAsync(client, "ada");

        var silent = await client.GetAsync("/api/v1/recommendations?shopper=ada&view=None").ReadAsync();
        var spoken = await client.GetAsync("/api/v1/recommendations?shopper=ada&view=Words").ReadAsync();

        Assert.All(silent.GetProperty("products").EnumerateArray(),
            product => Assert.Equal(JsonValueKind.Null, product.GetProperty("why").GetProperty("sentence").ValueKind));
        Assert.Contains(spoken.GetProperty("products").EnumerateArray(),
            product => product.GetProperty("why").GetProperty("sentence").ValueKind == JsonValueKind.String);
        Assert.Contains("Words", await client.GetAsync("/api/v1/recommendations?shopper=ada&view=nothing").RefusedAsync(400));
        await client.GetAsync("/api/v1/recommendations?shopper=ada&view=Words&experiment=why").RefusedAsync(400);
    }

    private static async Task<HttpClient> ApiAsync(ArmShop shop)
    {
        var made = await shop.Services.GetRequiredService<ApiKeyMaking>().MakeAsync("everything", ApiKeyKind.Server,
            [.. ApiScopes.All.Select(scope => scope.Scope)]);
        var client = shop.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Secret);
        return client;
    }

    private static Task LikeAsync(HttpClient client, string shopper) => client.PostAsJsonAsync("/api/v1/events/batch", new
    {
        events = new[] { "p7", "p6", "p0" }.Select(product => new { id = Guid.NewGuid(), shopper, kind = "like", product }),
    }).ReadAsync();

    /// <summary>A shopper who is in an arm, with the first product they are shown.</summary>
    private static async Task<(string Shopper, JsonElement First)> ShopperInAsync(HttpClient client, string arm)
    {
        for (var number = 0; ; number++)
        {
            var shopper = $"{arm} {number}";
            await LikeAsync(client, shopper);
            var answer = await client.GetAsync($"/api/v1/recommendations?shopper={shopper}&experiment={ArmShop.Key}").ReadAsync();
            if (answer.GetProperty("arm").GetString() == arm)
            {
                return (shopper, answer.GetProperty("products")[0]);
            }
        }
    }
}
