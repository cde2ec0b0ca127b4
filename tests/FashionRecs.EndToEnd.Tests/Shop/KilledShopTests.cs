using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Shop;

/// <summary>A click that was answered outlives the shop.</summary>
public sealed class KilledShopTests : IDisposable
{
    private const int Shoppers = 12;

    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-killed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Kill_RightAfterManyShoppersClicks_LosesNoneAndCountsNoneTwice()
    {
        var database = Path.Combine(folder, "shop.db");
        HttpClient[] shoppers =
            [.. Enumerable.Range(0, Shoppers)
            .Select(_ => new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }))];
        await using (var shop = await ShopProcess.StartAsync(database))
        {
            // Each of them keeps clicking; the shop dies in the middle of it.
            var answered = await Task.WhenAll(shoppers.Select(shopper => ClickAsync(shopper, shop)));
            Assert.InRange(answered.Sum(), 5, int.MaxValue);

            await using var again = await ShopProcess.StartAsync(database);
            var kept = await Task.WhenAll(shoppers.Select(async shopper =>
                (await shopper.GetFromJsonAsync<JsonElement>($"{again.Address}/account/data")).GetProperty("events").GetArrayLength()));
            // One more each may have been written whose answer the death cut off.
            Assert.All(answered.Zip(kept), pair => Assert.InRange(pair.Second, pair.First, pair.First + 1));
        }

        static async Task<int> ClickAsync(HttpClient shopper, ShopProcess shop)
        {
            var answered = 0;
            try
            {
                for (; ; answered++)
                {
                    var answer =
                        await shopper.PostAsJsonAsync($"{shop.Address}/clicks",
                        new { id = Guid.NewGuid(), kind = "more", value = "neckline_design:V Neckline" });
                    Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
                    if (answered == 4)
                    {
                        shop.Kill();
                    }
                }
            }
            catch (HttpRequestException)
            {
                return answered;
            }
        }
    }
}
