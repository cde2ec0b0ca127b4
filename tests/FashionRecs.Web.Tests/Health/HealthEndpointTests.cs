using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FashionRecs.Web.Tests.Health;

public class HealthEndpointTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Ready_AllWell_SaysOkOfEach()
    {
        var answer = await shop.CreateClient().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var checks = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        Assert.Equal(["database", "disk", "weights", "jobs", "pictures", "nodes"], checks.EnumerateObject().Select(check => check.Name));
        Assert.All(checks.EnumerateObject(), check => Assert.NotEqual("failing", check.Value.GetProperty("status").GetString()));
        Assert.Equal("The database can be read and written.", checks.GetProperty("database").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Ready_DatabaseLocked_IsRedWithTheSentenceWhileLiveStaysGreen()
    {
        var client = shop.CreateClient();
        await client.GetAsync("/health/ready");
        using (shop.Database.Lock())
        {
            var answer = await client.GetAsync("/health/ready");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var database = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("database");
            Assert.Equal("failing", database.GetProperty("status").GetString());
            Assert.Contains("is locked by another program", database.GetProperty("reason").GetString());
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }
}
