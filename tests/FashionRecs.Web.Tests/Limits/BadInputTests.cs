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
    public async Task Catalog_HundredsOfFilters_IsRefused()
    {
        var answer = await shop.CreateClient()
            .GetAsync("/catalog?" + string.Join('&', Enumerable.Range(0, 700).Select(number => $"type=x{number}")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 20_000);
    }

    [Fact]
    public async Task Catalog_ManyFilters_IsAnsweredWithAFewOfThem()
    {
        var html = await shop.CreateClient()
            .GetStringAsync("/catalog?" + string.Join('&', Enumerable.Range(0, 59).Select(number => $"type=x{number}")));

        Assert.True(html.Length < 200_000, $"{html.Length} bytes");
    }
}
