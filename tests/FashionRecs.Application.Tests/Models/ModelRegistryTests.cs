using FashionRecs.Application.Models;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Models;

public sealed class ModelRegistryTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Use_OtherWeights_ReadsTheCatalogAnewAndGoesBackWithoutReading()
    {
        var (before, after) = (new FakeProjector(Round) { Fingerprint = "before" }, new FakeProjector(VNeck) { Fingerprint = "after" });
        for (var number = 0; number < 20; number++)
        {
            await shop.AddAsync(before, $"p{number}");
        }

        await KeepAsync("before");
        await KeepAsync("after");
        Assert.Equal(0, await Models.UseAsync("after", "Ada"));
        Assert.Equal("after", (await Store.CurrentAsync())!.Fingerprint);
        while (await shop.Get<Reprojection>().StepAsync(after, new HashSet<string>()) > 0)
        {
        }

        Assert.All(await TopsAsync(), top => Assert.Equal(VNeck, top));
        Assert.Equal(20, after.Calls);
        Assert.Equal(20, await Models.UseAsync("before", "Ada"));
        Assert.All(await TopsAsync(), top => Assert.Equal(Round, top));
        Assert.Equal(20, before.Calls);
        Assert.Equal(["before", "after"], (await Store.UsesAsync()).Select(use => use.Fingerprint));
    }

    [Fact]
    public async Task Use_UnknownOrLostWeights_IsOneSentence()
    {
        Assert.Contains("no weights 'none'",
            (await Assert.ThrowsAsync<InvalidDataException>(() => Models.UseAsync("none", "Ada"))).Message);
        await Store.KeepAsync(new RegisteredModel("lost", Path.Combine(shop.Folder, "lost.safetensors"), "{}", DateTimeOffset.UnixEpoch));
        Assert.Contains("is gone", (await Assert.ThrowsAsync<InvalidDataException>(() => Models.UseAsync("lost", "Ada"))).Message);
        Assert.Null(await Store.CurrentAsync());
    }

    [Fact]
    public async Task FollowShipped_ReadingsOfOlderWeights_AreReadAnew()
    {
        await shop.AddAsync(new FakeProjector(Round) { Fingerprint = "older" }, "p1");
        var shipped = new FakeProjector(VNeck) { Fingerprint = "shipped" };

        Assert.Equal(1, await Models.FollowShippedAsync("shipped"));
        Assert.Equal(0, await shop.Get<Reprojection>().StepAsync(shipped, new HashSet<string>()));

        Assert.Equal([VNeck], await TopsAsync());
        Assert.Equal(("shipped", null), ((await Store.CurrentAsync())!.Fingerprint, (await Store.CurrentAsync())!.Path));
    }

    [Fact]
    public async Task FollowShipped_NothingOlderOrOthersChosen_ChangesNothing()
    {
        await shop.AddAsync(new FakeProjector(Round) { Fingerprint = "shipped" }, "p1");
        Assert.Equal(0, await Models.FollowShippedAsync("shipped"));
        Assert.Null(await Store.CurrentAsync());

        await KeepAsync("chosen");
        await Models.UseAsync("chosen", "Ada");
        Assert.Equal(0, await Models.FollowShippedAsync("newer"));
        Assert.Equal("chosen", (await Store.CurrentAsync())!.Fingerprint);
    }

    private IModelStore Store => shop.Get<IModelStore>();

    private ModelRegistry Models => shop.Get<ModelRegistry>();

    private Task KeepAsync(string fingerprint) => Store.KeepAsync(new RegisteredModel(fingerprint, null, "{}", DateTimeOffset.UnixEpoch));

    private async Task<IEnumerable<AttributeValue>> TopsAsync() =>
        (await shop.Shop.CatalogAsync()).Items.Select(item => item[Round.Attribute]!.Top);
}
