using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class FullDiskTests : IDisposable
{
    private const int Pictures = 60;
    private const string Sentence = "The shop's disk is full; nothing was lost, make room and go on.";

    private readonly SmallDisk disk = new();
    private readonly TestShop shop;

    public FullDiskTests() => shop = new TestShop(files: disk);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Save_NoRoomForAFile_IsOneSentenceAndLeavesNothing()
    {
        var id = await Imports.BeginAsync("files", "Ada");
        await HandInAsync(id, 0, 2);
        disk.Room = 3;

        var refusal = await Assert.ThrowsAsync<IOException>(() => HandInAsync(id, 2, 1));

        Assert.Equal(Sentence, refusal.Message);
        var kept = await shop.Get<StagingFolder>().FilesAsync(id);
        Assert.Equal(["p0.jpg", "p1.jpg"], kept.Select(file => file.Name));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(kept[0].Path)!).Length);
        disk.Room = long.MaxValue;
        await HandInAsync(id, 2, 1);
        Assert.Equal(3, (await shop.Get<StagingFolder>().FilesAsync(id)).Count);
    }

    [Fact]
    public async Task Read_NoRoomInTheMiddle_PausesWithNothingHalfAndThenTakesAll()
    {
        var id = await Imports.BeginAsync("files", "Ada");
        await HandInAsync(id, 0, Pictures);
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        // Room for more than are noted together, so that some of the items were kept already.
        disk.Room = 55 * Picture(0).Length;

        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector);

        var paused = (await Imports.TryFindAsync(id))!;
        Assert.Equal((CatalogImportState.Paused, Sentence), (paused.State, paused.Trouble));
        Assert.Empty(paused.Counts);
        Assert.Empty((await shop.Shop.CatalogAsync()).Items);

        disk.Room = long.MaxValue;
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Paused]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        var ready = (await Imports.TryFindAsync(id))!;
        Assert.Equal((CatalogImportState.Ready, null, Pictures), (ready.State, ready.Trouble, ready.Of(CatalogImportOutcome.New)));
        await Imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]);
        await shop.Get<CatalogImportRun>().ProjectAsync(id, Projector);
        Assert.Equal(Pictures, (await shop.Shop.CatalogAsync()).Items.Count);
    }

    private ICatalogImportStore Imports => shop.Get<ICatalogImportStore>();

    private static FakeProjector Projector => new(TestShop.Value("sleeve_length", "Long Sleeves"));

    private static byte[] Picture(int number) => Encoding.UTF8.GetBytes($"picture {number:00}");

    private async Task HandInAsync(Guid id, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            await shop.Get<StagingFolder>().SaveAsync(id, $"p{number}.jpg", new MemoryStream(Picture(number)));
        }
    }
}
