using System.Text;
using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class ArchiveImportTests : CatalogImportCase
{
    [Fact]
    public async Task Read_ArchiveWithListAndPictures_IsTaken()
    {
        var id = await Imports.BeginAsync("zip", "Ada");
        await Shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(Zip(
            ("goods/list.csv", Encoding.UTF8.GetBytes("product,image,name\n1,a.jpg,A\n")),
            ("goods/a.jpg", Encoding.UTF8.GetBytes("picture")))));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));
    }

    [Fact]
    public async Task Read_SameNameInAnotherFolder_IsNotTaken()
    {
        var id = await Imports.BeginAsync("zip", "Ada");
        await Shop.Get<StagingFolder>().SaveAsync(id, "l.csv",
            new MemoryStream(Encoding.UTF8.GetBytes("product,image,name\nW1,summer/1.jpg,Summer\nW2,winter/1.jpg,Winter\n")));
        await Shop.Get<StagingFolder>().SaveAsync(id, "a.zip", new MemoryStream(Zip(("winter/1.jpg", Encoding.UTF8.GetBytes("picture")))));

        Assert.Equal((1, 1), (await ReadAsync(id)) is var summary ? (summary.Of(CatalogImportOutcome.New),
            summary.Of(CatalogImportOutcome.Refused)) : default);

        var refused = Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.Refused));
        Assert.Equal(("line 2, product 'W1'", "there is no image 'summer/1.jpg'; there is 'winter/1.jpg'"),
            (refused.Source, refused.Reason));
    }

    [Fact]
    public async Task Read_HostileArchive_TakesTheGoodAndRefusesTheRest()
    {
        var zip = Zip(("good.jpg", Encoding.UTF8.GetBytes("picture")), ("../../escape.jpg", Encoding.UTF8.GetBytes("picture 2")),
            ("C:\\evil.jpg", Encoding.UTF8.GetBytes("picture 3")),
            ("nested.zip", [1, 2, 3]), ("bomb.jpg", new byte[8 << 20]), ("__MACOSX/good.jpg", [1]));
        var id = await Imports.BeginAsync("zip", "Ada");
        await Shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(zip));

        var summary = await ReadAsync(id);

        Assert.Equal((1, 4), (summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Refused)));
        var reasons = (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Reason).ToArray();
        Assert.Equal(2, reasons.Count(reason => reason!.Contains("outside the archive")));
        Assert.Contains(reasons, reason => reason!.Contains("100 times its size"));
        Assert.Contains(reasons, reason => reason!.Contains("within an archive"));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(Shop.Folder)!),
            file => file.EndsWith("escape.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_BrokenArchive_IsRefusedAndTheFilesBesideItAreTaken()
    {
        var alone = await HandInAsync(("goods.zip", "PK not really"));

        Assert.Equal(CatalogImportState.Refused, (await ReadAsync(alone)).State);
        Assert.Contains("goods.zip is not a readable ZIP archive",
            Assert.Single(await Imports.ItemsAsync(alone, CatalogImportOutcome.Refused)).Reason);

        var summary = await ReadAsync(await HandInAsync(("goods.zip", "PK not really"), ("a.jpg", "picture a")));
        Assert.Equal((CatalogImportState.Ready, 1, 1),
            (summary.State, summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Refused)));
    }

    [Fact]
    public async Task Read_HostileArchiveWithAList_ListsEveryFileThatWasRefused()
    {
        var id = await Imports.BeginAsync("zip", "Ada");
        await Shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(Zip(
            ("list.csv", Encoding.UTF8.GetBytes("product,image,name\n1,a.jpg,A\n")), ("a.jpg", Encoding.UTF8.GetBytes("picture")),
            ("../../escape.jpg", [1]), ("nested.zip", [1, 2, 3]))));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));

        Assert.Equal(["../../escape.jpg", "nested.zip"],
            (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Source));
    }
}
