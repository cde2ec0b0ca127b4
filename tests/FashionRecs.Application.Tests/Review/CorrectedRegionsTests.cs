using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Review;

public class CorrectedRegionsTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop;

    public CorrectedRegionsTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected CorrectedRegionsTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Fill_CorrectedValue_GetsTheRegionOfThatValueOnce()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);

        Assert.Equal(["p"], await FillAsync());
        Assert.Empty(await FillAsync());

        var reading = (await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!;
        Assert.Equal((VNeck, new PixelBox(10 * VNeck.Attribute.Position, 20, 30, 40), 0.8f),
            (reading.Top, reading.Region?.Box, reading.Region?.Share));
    }

    [Fact]
    public async Task Fill_AcceptedOrInvisibleValue_NeedsNone()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync(Round);
        Assert.Empty(await FillAsync());
        await SubmitAsync(VNeck.Attribute.Invisible);
        Assert.Empty(await FillAsync());
    }

    [Theory]
    [InlineData(0, 0, 300, 400, 0)] // no evidence anywhere
    [InlineData(-5, 390, 27, 14, 0.6f)] // off the garment, and partly below the picture
    public async Task Fill_ValueTheNetworkSeesNothingOf_GetsTheRegionOfItsAttribute(int x, int y, int width, int height, float share)
    {
        Inspector.Off.Add(new PixelBox(0, 390, 22, 10));
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);

        await FillAsync(new PixelBox(x, y, width, height), share);

        var reading = (await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!;
        Assert.Equal((VNeck, Home, 0.8f), (reading.Top, reading.Region?.Box, reading.Region?.Share));
    }

    [Fact]
    public async Task Fill_BoxThatReachesOutOfThePicture_IsClipped()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);

        await FillAsync(new PixelBox(-5, 390, 27, 14), 0.6f);

        Assert.Equal(new PixelBox(0, 390, 22, 10), (await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!.Region?.Box);
    }

    [Fact]
    public async Task Fill_NoRegionOnTheGarmentAtAll_GivesNone()
    {
        Inspector.Off.Add(Home);
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);

        Assert.Empty(await FillAsync(new PixelBox(0, 0, 300, 400), 0));

        Assert.Null((await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!.Region?.Box);
    }

    [Fact]
    public async Task History_RegionWorkedOutLater_ListsTheStateOnceAndRestoresItWithTheRegion()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);
        await FillAsync();

        var state = Assert.Single(await shop.Get<TagHistory>().OfAsync("p"), entry => entry.State is not null);

        await SubmitAsync(Round);
        await shop.Get<TagHistory>().RestoreAsync("Bob", state.State!.Value);
        Assert.Equal(Home, (await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!.Region?.Box);
    }

    [Fact]
    public async Task Save_OtherPicture_WorksTheRegionOutAnew()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync(VNeck);
        await FillAsync();
        var item = (await shop.Shop.CatalogAsync()).TryFind("p")!;

        var other = await shop.Get<FashionRecs.Application.Pictures.PictureStore>().SaveAsync(new byte[] { 1, 2, 3 });
        await shop.Get<ICatalogStore>().SaveAsync(item.Product with { Picture = other }, item.Predicted);

        Assert.Null((await shop.Shop.CatalogAsync()).TryFind("p")![VNeck.Attribute]!.Region?.Box);
        Assert.Equal(["p"], await FillAsync());
    }

    private static PixelBox Home => new(10 * VNeck.Attribute.Position, 20, 30, 40);

    private FakeInspector Inspector => (FakeInspector)shop.Get<IPictureInspector>();

    private Task<IReadOnlyList<string>> FillAsync(PixelBox box, float share) => shop.Get<CorrectedRegions>().FillAsync(
        new FakeProjector(Round) { Elsewhere = new Dictionary<AttributeValue, PartRegion> { [VNeck] = new(box, share) } },
        new HashSet<(string, string)>(), 10);

    private Task<IReadOnlyList<string>> FillAsync() =>
        shop.Get<CorrectedRegions>().FillAsync(new FakeProjector(Round), new HashSet<(string, string)>(), 10);

    private Task SubmitAsync(AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(
        new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, value.English,
            [new ReviewChange("p", value.Attribute, TagMarks.Choose(value))]));
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class CorrectedRegionsByKeyTests() : CorrectedRegionsTests(HeldCatalog.None);
