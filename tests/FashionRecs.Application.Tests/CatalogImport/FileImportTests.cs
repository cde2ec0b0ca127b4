using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class FileImportTests : CatalogImportCase
{
    [Fact]
    public async Task Read_PicturesAndRubbish_SaysWhatWouldHappenAndChangesNothing()
    {
        await Shop.AddAsync(Projector, "known");
        var id = await HandInAsync(("a.jpg", "picture a"), ("a.png", "another a"), ("known.jpg", "other picture"),
            ("setup.jpg", "MZ program"), ("empty.png", ""), (".DS_Store", "x"));

        var summary = await ReadAsync(id);

        Assert.Equal(CatalogImportState.Ready, summary.State);
        Assert.Equal((1, 1, 3),
            (summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Changed), summary.Of(CatalogImportOutcome.Refused)));
        Assert.Equal(["known"], await IdsAsync());
        var refused = await Imports.ItemsAsync(id, CatalogImportOutcome.Refused);
        Assert.Contains("stands in a.jpg too", refused.Single(item => item.Source == "a.png").Reason);
        Assert.Contains("not a readable", refused.Single(item => item.Source == "setup.jpg").Reason);
    }

    [Fact]
    public async Task Read_FileThatCannotBeUsed_DoesNotBlockItsGoodTwin()
    {
        var id = await HandInAsync(("IMG_0042.heic", "MZ no picture"), ("IMG_0042.jpg", "picture"));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));

        Assert.Equal("IMG_0042.jpg", Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.New)).Source);
    }

    [Theory]
    [InlineData("a%41")]
    [InlineData("%2F")]
    public async Task Read_PictureWhoseProductCouldNotBeOpened_IsRefused(string id) =>
        Assert.Equal(1, (await ReadAsync(await HandInAsync(($"{id}.jpg", "picture")))).Of(CatalogImportOutcome.Refused));

    [Fact]
    public async Task Read_MoreFilesThanAreTakenAtOnce_IsOneSentence()
    {
        using var small = new TestShop(limits: new CatalogImportLimits { MostFiles = 3 });
        var id = await small.Get<ICatalogImportStore>().BeginAsync("files", "Ada", CatalogImportState.Reading);
        for (var number = 0; number < 4; number++)
        {
            await small.Get<StagingFolder>().SaveAsync(id, $"{number}.jpg", new MemoryStream(Encoding.UTF8.GetBytes($"picture {number}")));
        }

        await small.Get<CatalogImportRun>().ReadAsync(id, Projector);

        var given = (await small.Get<ICatalogImportStore>().TryFindAsync(id))!;
        Assert.Equal((CatalogImportState.Refused, "There are 4 files; at most 3 are taken in at once.", 4),
            (given.State, given.Trouble, given.Of(CatalogImportOutcome.Refused)));
    }

    [Fact]
    public async Task Read_FileThatWasNotTaken_IsListedAndDoesNotStandInForAnother()
    {
        var id = await HandInAsync(("a.png", "picture a"));
        await Shop.Get<StagingFolder>().RefuseAsync(id, "a.jpg", "The file is larger than 25 MB.");

        var summary = await ReadAsync(id);

        Assert.Equal((CatalogImportState.Ready, 1), (summary.State, summary.Of(CatalogImportOutcome.New)));
        var item = Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.Refused));
        Assert.Equal(("a.jpg", "The file is larger than 25 MB."), (item.Source, item.Reason));
    }
}
