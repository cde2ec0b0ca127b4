using System.Text.Json;

namespace FashionRecs.Web.Tests.Api;

public class RecommendationsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task Recommendations_OfSomebodyWithATaste_AddUpAndShowRegions()
    {
        await shop.LikesAsync("ada", "p30", "p31", "p32", "p33");

        var answer = await shop.Api().GetAsync("/api/v1/recommendations?shopper=ada&count=12&seed=7").ReadAsync();

        var products = answer.GetProperty("products").EnumerateArray().ToArray();
        Assert.Equal(12, products.Length);
        Assert.All(products, product => AddsUp(product.GetProperty("why")));
        var contributions = products.SelectMany(product => product.GetProperty("why").GetProperty("contributions").EnumerateArray())
            .ToArray();
        Assert.Contains(contributions, part => part.GetProperty("said").GetBoolean());
        Assert.All(contributions.Where(part => part.GetProperty("marked").GetBoolean()), part =>
        {
            var (box, fraction) = (part.GetProperty("region").GetProperty("box"), part.GetProperty("region").GetProperty("boxFraction"));
            Assert.Equal(box.GetProperty("x").GetDouble() / 300, fraction.GetProperty("x").GetDouble(), 4);
            Assert.Equal(box.GetProperty("height").GetDouble() / 400, fraction.GetProperty("height").GetDouble(), 4);
        });
        var withheld = Assert.Single(answer.GetProperty("withheld").EnumerateArray(),
            group => group.GetProperty("reason").GetString() == "liked");
        Assert.Equal(4, withheld.GetProperty("count").GetInt32());
        Assert.DoesNotContain(products,
            product => withheld.GetProperty("products").EnumerateArray().Any(id => id.GetString() == Id(product)));
    }

    [Theory]
    [InlineData("de", "wegen ")]
    [InlineData("zh-CN", "因为它的")]
    [InlineData("en", "because of its ")]
    public async Task Recommendations_InALanguage_SaySoInIt(string language, string because)
    {
        await shop.LikesAsync("eva", "p30", "p31", "p32", "p33");
        const string asked = "/api/v1/recommendations?shopper=eva&count=24&seed=7";

        var answer = await shop.Api().GetAsync($"{asked}&language={language}").ReadAsync();
        var english = await shop.Api().GetAsync(asked).ReadAsync();

        string?[] sentences = [.. answer.GetProperty("products").EnumerateArray().Select(Sentence)];
        string?[] own = [.. english.GetProperty("products").EnumerateArray().Select(Sentence)];
        Assert.Contains(sentences, sentence => sentence?.Contains(because, StringComparison.Ordinal) == true);
        Assert.Contains(own, sentence => sentence?.Contains("because of its ", StringComparison.Ordinal) == true);
        Assert.Equal(own.Select(sentence => sentence is null), sentences.Select(sentence => sentence is null));

        static string? Sentence(JsonElement product) => product.GetProperty("why").GetProperty("sentence").GetString();
    }

    [Fact]
    public async Task Recommendations_SameSeed_AreTheSame()
    {
        var first = await shop.Api().GetStringAsync("/api/v1/recommendations?shopper=nobody-yet&seed=3");

        Assert.Equal(first, await shop.Api().GetStringAsync("/api/v1/recommendations?shopper=nobody-yet&seed=3"));
    }

    [Fact]
    public async Task Recommendations_WithAFilter_AllFit()
    {
        var offers = await shop.Api().GetAsync("/api/v1/like-this-but?product=p0").ReadAsync();
        var value = offers.GetProperty("offers")[0].GetProperty("code").GetString()!;

        var products = (await shop.Api().GetAsync($"/api/v1/recommendations?shopper=ada&value={Uri.EscapeDataString(value)}").ReadAsync())
            .GetProperty("products").EnumerateArray().ToArray();

        Assert.NotEmpty(products);
        foreach (var product in products)
        {
            var readings = await shop.Api().GetAsync($"/api/v1/readings/{Id(product)}").ReadAsync();
            Assert.Contains(readings.GetProperty("readings").EnumerateArray(),
                reading => reading.GetProperty("probabilities").TryGetProperty(value, out var chance) && chance.GetDouble() > 0.5);
        }
    }

    [Theory]
    [InlineData("/api/v1/recommendations", 400)]
    [InlineData("/api/v1/recommendations?shopper=", 400)]
    [InlineData("/api/v1/recommendations?shopper=ada&count=0", 400)]
    [InlineData("/api/v1/recommendations?shopper=ada&count=101", 400)]
    [InlineData("/api/v1/recommendations?shopper=ada&count=many", 400)]
    [InlineData("/api/v1/recommendations?shopper=ada&language=tlh", 400)]
    [InlineData("/api/v1/recommendations?shopper=ada&value=neckline:none", 400)]
    [InlineData("/api/v1/explanations/none?shopper=ada", 404)]
    [InlineData("/api/v1/why-not/none?shopper=ada", 404)]
    [InlineData("/api/v1/similar/none", 404)]
    [InlineData("/api/v1/like-this-but?product=none", 404)]
    [InlineData("/api/v1/like-this-but?product=p1&but=none", 400)]
    [InlineData("/api/v1/like-this-but", 400)]
    [InlineData("/api/v1/like-this-but?product=p1&length=sleeve_length:wider", 400)]
    [InlineData("/api/v1/like-this-but?product=p1&length=sleeve_length:longer&but=sleeve_length:Long%20Sleeves", 400)]
    [InlineData("/api/v1/no-such", 404)]
    public async Task Request_ThatMakesNoSense_IsRefusedInASentence(string path, int status)
    {
        Assert.EndsWith(".", await shop.Api().GetAsync(path).RefusedAsync(status));
    }

    [Fact]
    public async Task Explanation_UnknownShopper_SaysThatNothingIsKnown()
    {
        var answer = await shop.Api().GetAsync("/api/v1/explanations/p1?shopper=a-stranger").ReadAsync();

        Assert.NotNull(answer.GetProperty("why").GetProperty("sentence").GetString());
        Assert.Equal(ApiShop.Products, answer.GetProperty("outOf").GetInt32());
    }

    [Fact]
    public async Task WhyNot_ProductThatScoresLower_LosesByWhatIsPrinted()
    {
        await shop.LikesAsync("eve", "p0", "p3", "p6");

        foreach (var product in new[] { "p1", "p2", "p5", "p11" })
        {
            var answer = await shop.Api().GetAsync($"/api/v1/why-not/{product}?shopper=eve&seed=1").ReadAsync();
            Assert.EndsWith(".", answer.GetProperty("sentence").GetString());
            if (answer.GetProperty("comparedWith").ValueKind != JsonValueKind.Null)
            {
                Assert.Equal(answer.GetProperty("score").GetDecimal(),
                    answer.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("own").GetDecimal()));
                Assert.Equal(answer.GetProperty("otherScore").GetDecimal(),
                    answer.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("other").GetDecimal()));
            }
        }

        Assert.Equal("chosen", (await shop.Api().GetAsync("/api/v1/why-not/p0?shopper=eve").ReadAsync()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Similar_AProduct_NearestFirstWithoutItself()
    {
        var found = (await shop.Api().GetAsync("/api/v1/similar/p0?count=5").ReadAsync()).GetProperty("products").EnumerateArray()
            .ToArray();

        Assert.Equal(5, found.Length);
        Assert.DoesNotContain(found, near => Id(near) == "p0");
        Assert.Equal(found.Select(near => near.GetProperty("distance").GetDouble()).Order(),
            found.Select(near => near.GetProperty("distance").GetDouble()));
    }

    internal static string Id(JsonElement entry) => entry.GetProperty("product").GetProperty("id").GetString()!;

    internal static void AddsUp(JsonElement why) =>
        Assert.Equal(why.GetProperty("score").GetDecimal(),
            why.GetProperty("contributions").EnumerateArray().Sum(part => part.GetProperty("effect").GetDecimal()));
}
