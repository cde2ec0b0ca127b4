using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.WhyNot;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class PictureOfNothingTests : IDisposable
{
    private readonly FakeInspector inspector = new();
    private readonly TestShop shop;
    private readonly Guid shopper = Guid.NewGuid();

    public PictureOfNothingTests() => shop = new TestShop(configure: services => services.AddSingleton<IPictureInspector>(inspector));

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Read_BlankPicture_SaysSoInThePreview()
    {
        inspector.Blank.Add("white");

        var id = await ReadAsync("product,image,name,type\n1,a.jpg,Dress,Dress\n2,b.jpg,Blank,Dress\n", ("a.jpg", "a dress"),
            ("b.jpg", "white"));

        var items = await Imports.ItemsAsync(id, CatalogImportOutcome.New);
        Assert.Equal(["2", "1"], items.Select(item => item.ProductId)); // What has to be looked at stands first.
        Assert.Equal(["no garment was found in the picture: it is all of one colour", null], items.Select(item => item.Reason));
    }

    [Fact]
    public async Task Project_NetworkFindsNothing_SaysSoOfGarmentsAlone()
    {
        await TakeAsync(new FakeProjector(), "product,image,name,type\n1,a.jpg,Summer dress,Dress\n2,b.jpg,Ankle boots,Boots\n3,c.jpg,Tote bag,Accessories\n4,d.jpg,Dress with belt,\n");

        var items = await Imports.ItemsAsync(import, CatalogImportOutcome.New);
        Assert.Equal(["1", "4"], items.Where(item => item.Reason == GarmentPresence.Missing).Select(item => item.ProductId));
        Assert.Equal(["2", "3"], items.Where(item => item.Reason is null).Select(item => item.ProductId));
    }

    [Fact]
    public async Task Queue_PictureWithoutGarment_StandsFirstWithThatReason()
    {
        await shop.AddAsync("seen", TestShop.Value("sleeve_length", "Long Sleeves"));
        await shop.AddAsync("nothing");

        var first = (await shop.Get<ReviewQueue>().FindAsync(new ReviewFilter(), "Ada"))[0].Place;

        Assert.Equal("nothing", first.Item.Product.Id);
        Assert.Equal((ReviewReasonKind.NoGarment, GarmentPresence.Missing), (first.Reasons[0].Kind, first.Reasons[0].Words));
    }

    [Fact]
    public async Task Recommend_PictureWithoutGarment_WaitsForAPerson()
    {
        var sleeves = TestShop.Value("sleeve_length", "Long Sleeves");
        for (var number = 0; number < 5; number++)
        {
            await shop.AddAsync($"p{number}", sleeves);
        }

        await shop.AddAsync("nothing");
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"));
        var before = await shop.Shop.OpenAsync(shopper);
        Assert.DoesNotContain("nothing", RecommendedBy(before));
        Assert.Equal(WhyNotKind.NoGarment, before.WhyNot("nothing")!.Kind);
        Assert.Contains("nothing", before.Browse(new CatalogQuery()).Items.Select(item => item.Product.Id));

        await shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
            Guid.NewGuid(), "Ada", ReviewActKind.Say, sleeves.Code,
            [new ReviewChange("nothing", sleeves.Attribute, TagMarks.Choose(sleeves))]));

        Assert.Contains("nothing", RecommendedBy(await shop.Shop.OpenAsync(shopper)));
    }

    private Guid import;

    private ICatalogImportStore Imports => shop.Get<ICatalogImportStore>();

    private static string[] RecommendedBy(ShopSnapshot snapshot) =>
    [
        .. snapshot.Recommend().Select(card => card.Item.Product.Id),
        .. snapshot.Home().SelectMany(shelf => shelf.Cards).Select(card => card.Item.Product.Id),
        .. snapshot.NextQuestion(["p0", "p1", "p2", "p3", "p4"]) is { } asked ? [asked.Product.Id] : Array.Empty<string>(),
    ];

    private async Task TakeAsync(IPictureProjector projector, string list)
    {
        await ReadAsync(list, ("a.jpg", "picture a"), ("b.jpg", "picture b"), ("c.jpg", "picture c"), ("d.jpg", "picture d"));
        await Imports.MoveAsync(import, CatalogImportState.Running, [CatalogImportState.Ready]);
        await shop.Get<CatalogImportRun>().ProjectAsync(import, projector);
    }

    private async Task<Guid> ReadAsync(string list, params (string Name, string Text)[] files)
    {
        import = await Imports.BeginAsync("files", "Ada");
        foreach (var (name, text) in files.Append(("list.csv", list)))
        {
            await shop.Get<StagingFolder>().SaveAsync(import, name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        await Imports.MoveAsync(import, CatalogImportState.Reading, [CatalogImportState.Open]);
        await shop.Get<CatalogImportRun>().ReadAsync(import, new FakeProjector());
        return import;
    }
}
