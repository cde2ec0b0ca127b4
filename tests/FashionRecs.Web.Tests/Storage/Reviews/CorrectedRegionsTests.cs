using FashionRecs.Core.Attributes;
using FashionRecs.Core.Projection;
using FashionRecs.Core.Reviews.Opinions;
using FashionRecs.Storage.Reviews;

namespace FashionRecs.Web.Tests.Storage.Reviews;

public sealed class CorrectedRegionsTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Fill_CorrectedValue_GetsTheRegionOfThatValueOnce()
    {
        await shop.AddAsync("p", Round);
        await SayAsync(VNeck);

        Assert.Equal(["p"], await FillAsync());
        Assert.Empty(await FillAsync());

        var reading = (await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!;
        Assert.Equal((VNeck, new PixelBox(10 * VNeck.Attribute.Position, 20, 30, 40), 0.8f), (reading.Top, reading.Box, reading.BoxShare));
    }

    [Fact]
    public async Task Fill_AcceptedOrInvisibleValue_NeedsNone()
    {
        await shop.AddAsync("p", Round);
        await SayAsync(Round);
        Assert.Empty(await FillAsync());
        await SayAsync(VNeck.Attribute.Invisible);
        Assert.Empty(await FillAsync());
    }

    [Fact]
    public async Task Save_OtherPicture_WorksTheRegionOutAnew()
    {
        await shop.AddAsync("p", Round);
        await SayAsync(VNeck);
        await FillAsync();
        var item = (await shop.Shop.CatalogAsync()).TryFind("p")!;

        var other = await shop.Get<FashionRecs.Storage.Pictures.PictureStore>().SaveAsync(new byte[] { 1, 2, 3 });
        await shop.Get<FashionRecs.Storage.Catalog.CatalogStore>().SaveAsync(item.Product with { Picture = other }, item.Predicted);

        Assert.Null((await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!.Box);
        Assert.Equal(["p"], await FillAsync());
    }

    private Task<IReadOnlyList<string>> FillAsync() => shop.Get<CorrectedRegions>().FillAsync(new FakeProjector(Round), new HashSet<(string, string)>(), 10);

    private Task SayAsync(AttributeValue value) => shop.Get<ReviewStore>().SayAsync(
        new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, value.English, [new ReviewChange("p", value.Attribute, TagMarks.Choose(value))]));
}
