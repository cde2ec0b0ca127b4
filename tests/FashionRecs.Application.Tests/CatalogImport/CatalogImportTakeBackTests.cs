using System.Text;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class CatalogImportTakeBackTests : IDisposable
{
    private const string Lena = "lena@example.org";
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    private CatalogImportTakeBack TakingBack => shop.Get<CatalogImportTakeBack>();

    private ICatalogImportStore Imports => shop.Get<ICatalogImportStore>();

    private static IPictureProjector Projector => new FakeProjector(TestShop.Value("neckline_design", "V Neckline"));

    [Fact]
    public async Task Apply_FinishedImport_WithdrawsTheNewAndGivesBackTheOld()
    {
        await ImportAsync("product,image,name,price\nold,a.jpg,Old name,5\n");
        var before = (await ItemAsync("old"))!.Product;
        var import = await ImportAsync("product,image,name,price\nold,b.jpg,New name,6\nnew,a.jpg,Another,7\n");
        Assert.Equal(("New name", 6m), ((await ItemAsync("old"))!.Product.Name, (await ItemAsync("old"))!.Product.Price));
        Assert.Equal(("new", "old", null), Told(await TakingBack.PreviewAsync(import)));

        var outcome = await TakingBack.ApplyAsync(import, Lena, deletes: false);

        Assert.Equal((2, 0), (outcome.Changed, outcome.Kept.Count));
        Assert.Equal(before, (await ItemAsync("old"))!.Product);
        Assert.NotNull((await ItemAsync("old"))!.Predicted);
        Assert.Null(await ItemAsync("new"));
        Assert.Contains("new", (await shop.Shop.CatalogAsync()).Withdrawn.Keys);
        Assert.Equal(CatalogImportState.TakenBack, await Imports.StateAsync(import));
        Assert.Equal("It was taken back already.",
            (await Assert.ThrowsAsync<InvalidDataException>(() => TakingBack.ApplyAsync(import, Lena, false))).Message);
    }

    [Fact]
    public async Task Apply_Deleting_RemovesWhatItAddedForGood()
    {
        var import = await ImportAsync("product,image,name\nnew,a.jpg,Another\n");

        await TakingBack.ApplyAsync(import, Lena, deletes: true);

        Assert.Null((await shop.Shop.CatalogAsync()).TryFindAny("new"));
        Assert.Null((await Imports.TryFindAsync(import))!.Trouble);
    }

    [Fact]
    public async Task Apply_EditedSince_KeepsTheEditAndSaysSo()
    {
        await ImportAsync("product,image,name,price\nold,a.jpg,Old name,5\n");
        var import = await ImportAsync("product,image,name,price\nold,a.jpg,New name,6\n");
        await shop.Get<ProductEditing>().SaveAsync("omar@example.org", "old", null, product => product with { Name = "By hand" });

        var outcome = await TakingBack.ApplyAsync(import, Lena, deletes: false);

        Assert.Equal([("old", "its name was changed again since, and stays")], outcome.Kept);
        Assert.Equal(("By hand", 5m), ((await ItemAsync("old"))!.Product.Name, (await ItemAsync("old"))!.Product.Price));
        Assert.Equal("Not all could be given back. “old”: its name was changed again since, and stays.",
            (await Imports.TryFindAsync(import))!.Trouble);
    }

    [Fact]
    public async Task Preview_NotDone_IsRefused()
    {
        var import = await Imports.BeginAsync("waiting", Lena, CatalogImportState.Ready);

        Assert.Equal("Only an import that is in the shop can be taken back.", (await TakingBack.PreviewAsync(import)).Trouble);
    }

    [Fact]
    public async Task Import_WithdrawnProduct_StaysWithdrawnAndThePreviewSaysSo()
    {
        await ImportAsync("product,image,name,price\nold,a.jpg,Old name,5\n");
        await shop.Get<ProductEditing>().WithdrawAsync(Lena, ["old"]);

        var import = await ImportAsync("product,image,name,price\nold,a.jpg,New name,5\n");

        Assert.Contains("stays so", Assert.Single(await Imports.ItemsAsync(import, CatalogImportOutcome.Changed)).Reason);
        Assert.Null(await ItemAsync("old"));
        Assert.Equal("New name", (await shop.Shop.CatalogAsync()).Withdrawn["old"].Product.Name);
    }

    private static (string, string, string?) Told(TakeBackPreview preview) =>
        (string.Join(",", preview.Added), string.Join(",", preview.Changed), preview.Trouble);

    private async Task<CatalogItem?> ItemAsync(string id) => (await shop.Shop.CatalogAsync()).TryFind(id);

    private async Task<Guid> ImportAsync(string list)
    {
        var id = await Imports.BeginAsync("list", Lena);
        foreach (var (name, text) in new[] { ("list.csv", list), ("a.jpg", "picture a"), ("b.jpg", "picture b") })
        {
            await shop.Get<StagingFolder>().SaveAsync(id, name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        await Imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]);
        await shop.Get<CatalogImportRun>().ProjectAsync(id, Projector);
        Assert.Equal(CatalogImportState.Done, await Imports.StateAsync(id));
        return id;
    }
}
