using System.Net;
using System.Text;

namespace FashionRecs.Web.Tests.Limits;

public class BadInputTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Theory]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":null}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"PassedOver","product":"dress"}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"<script>","product":"<script>"}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"view","product":"<script>","passed":[null]}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"more","value":"<script>"}""")]
    public async Task Click_ThatNoPageSends_IsRefusedWithoutRepeatingIt(string text)
    {
        var answer = await shop.CreateClient().PostAsync("/clicks", new StringContent(text, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("script", said);
        Assert.DoesNotContain("Exception", said);
    }

    [Theory]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"<script>","shown":"x"}]""")]
    [InlineData("""[{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","kind":"dwell","shown":"x","value":-7777}]""")]
    [InlineData("""[null]""")]
    public async Task Shown_ThatNoPageSends_IsRefusedWithoutRepeatingIt(string text)
    {
        var answer = await shop.CreateClient().PostAsync("/shown", new StringContent(text, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("script", said);
        Assert.DoesNotContain("7777", said);
    }

    [Fact]
    public async Task Catalog_HundredsOfFilters_IsAnsweredWithAFewOfThem()
    {
        var answer = await shop.CreateClient()
            .GetAsync("/catalog?" + string.Join('&', Enumerable.Range(0, 700).Select(number => $"type=x{number}")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.RequestMessage!.RequestUri!.Query.Length <= FashionRecs.Web.Limits.AddressLimits.LongestQuery);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 200_000);
    }

    [Fact]
    public async Task Catalog_HundredsOfLongFilters_IsAnsweredByItsWords()
    {
        var answer = await shop.CreateClient().GetAsync("/catalog?q=dress&"
            + string.Join('&', Enumerable.Range(0, 70).Select(number => $"type={number}{new string('x', 300)}")));

        Assert.Equal((HttpStatusCode.OK, "?q=dress"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.Query));
    }

    [Theory]
    [InlineData(4_000, "word ")]
    [InlineData(4_000, "👗")]
    [InlineData(300, "连衣裙")]
    [InlineData(10, "\" AND ( * ? [ ~ ")]
    [InlineData(5, "فستان أسود ")]
    [InlineData(1, "\0\uFFFD%00")]
    public async Task Catalog_StrangeSearch_IsAnswered(int times, string words)
    {
        var answer = await shop.CreateClient()
            .GetAsync("/catalog?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(words, times))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("role=\"alert\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Suggestions_OfAnything_AreAnswered()
    {
        var client = shop.CreateClient();
        foreach (var written in new[] { "", "dr", "\"(", "👗", "فس", "连", new string('x', 500) })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/catalog/suggestions?q=" + Uri.EscapeDataString(written))).StatusCode);
        }
    }

    [Fact]
    public async Task Catalog_ManyFilters_IsAnsweredWithAFewOfThem()
    {
        var html = await shop.CreateClient()
            .GetStringAsync("/catalog?" + string.Join('&', Enumerable.Range(0, 59).Select(number => $"type=x{number}")));

        Assert.True(html.Length < 200_000, $"{html.Length} bytes");
    }
}
