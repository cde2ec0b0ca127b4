using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Webhooks;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Api.Webhooks;

/// <summary>Alarms that the shop finds in the log of an experiment by itself.</summary>
public class AlarmTests
{
    /// <summary>So many of one arm and none of the other are chance once in 8,192 times; the alarm is raised below one in 1,000.</summary>
    private const int Lopsided = 14;

    [Fact]
    public async Task Alarm_ExposuresOfAnArmAreLost_ComesSignedAndOnce()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly(), server: new ConnectedShop(other.Host, time));
        var client = await ApiAsync(shop);
        var made = await client.PostAsJsonAsync("/api/v1/webhooks",
            new { address = $"http://{other.Host}/told", events = new[] { WebhookEvents.ExperimentAlarm } }).ReadAsync();
        await LoseTreatmentAsync(client, 5);
        await WorkAsync(shop, time);
        Assert.Empty(other.Asked); // 5 : 0 may well be chance.

        await LoseTreatmentAsync(client, Lopsided);
        await WorkAsync(shop, time);
        await LoseTreatmentAsync(client, Lopsided + 1);
        await WorkAsync(shop, time);

        var asked = Assert.Single(other.Asked);
        asked.IsSignedWith(made.GetProperty("secret").GetString()!);
        var message = JsonDocument.Parse(asked.Body).RootElement;
        Assert.Equal(WebhookEvents.ExperimentAlarm, message.GetProperty("type").GetString());
        var data = message.GetProperty("data");
        Assert.Equal((ArmShop.Key, 1, "sample ratio"), (data.GetProperty("experiment").GetString(), data.GetProperty("phase").GetInt32(),
            data.GetProperty("check").GetString()));
        Assert.Contains($"{Lopsided} : 0 units", data.GetProperty("text").GetString());
    }

    /// <summary>Shoppers of both arms come, and a program at fault reports only what those of the control saw.</summary>
    private static async Task LoseTreatmentAsync(HttpClient client, int control)
    {
        for (var (number, told) = (0, 0); told < control; number++)
        {
            var shopper = $"shopper {number}";
            await client.PostAsJsonAsync("/api/v1/events/batch", new
            {
                events = new[] { "p7", "p6", "p0" }.Select(product => new { id = Guid.NewGuid(), shopper, kind = "like", product }),
            }).ReadAsync();
            var answer = await client.GetAsync($"/api/v1/recommendations?shopper={shopper}&experiment={ArmShop.Key}&count=1").ReadAsync();
            if (answer.GetProperty("arm").GetString() == "control")
            {
                told++;
                var shown = answer.GetProperty("products")[0].GetProperty("shown").GetString();
                await client.PostAsJsonAsync("/api/v1/experiments/exposures",
                    new { exposures = new[] { new { id = Guid.NewGuid(), shopper, shown, device = "phone" } } }).ReadAsync();
            }
        }
    }

    private static Task WorkAsync(ArmShop shop, FakeTimeProvider time)
    {
        time.Advance(TimeSpan.FromMinutes(2));
        return ConnectedShop.WorkAsync(shop.Services);
    }

    private static async Task<HttpClient> ApiAsync(ArmShop shop)
    {
        var made = await shop.Services.GetRequiredService<ApiKeyMaking>().MakeAsync("everything", ApiKeyKind.Server,
            [.. ApiScopes.All.Select(scope => scope.Scope)]);
        var client = shop.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Secret);
        return client;
    }
}
