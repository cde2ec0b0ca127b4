using FashionRecs.Application.CatalogImport;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class CatalogImportRunTests : CatalogImportCase
{
    [Fact]
    public async Task Project_ListWithPictures_PutsAllIntoTheShopAtOnce()
    {
        var id = await HandInAsync(("list.csv", "product,image,name,price\n1,a.jpg,Eins,9.5\n2,pictures/b.jpg,Zwei,\n3,c.jpg,Drei,\n"),
            ("a.jpg", "picture a"), ("pictures/b.jpg", "picture b"), ("d.jpg", "picture d"));
        await ReadAsync(id);
        var watcher = new WatchingProjector(Projector, async () => Assert.Empty(await IdsAsync()));

        await RunAsync(id, watcher);

        Assert.Equal(2, watcher.Calls);
        Assert.Equal(["1", "2"], await IdsAsync());
        Assert.Equal(["there is no image 'c.jpg'", "the list does not name it"],
            (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Reason));
        Assert.Equal(CatalogImportState.Done, (await Imports.TryFindAsync(id))!.State);
    }

    [Fact]
    public async Task Project_KilledInTheMiddle_GoesOnWithoutReadingAPictureTwice()
    {
        var id = await HandInAsync([.. Enumerable.Range(0, 20).Select(number => ($"p{number}.jpg", $"picture {number}"))]);
        await ReadAsync(id);
        using var killing = new CancellationTokenSource();
        var first = new WatchingProjector(Projector, () => Task.CompletedTask, afterwards: calls =>
        {
            if (calls == 11)
            {
                killing.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(id, first, killing.Token));
        Assert.Empty(await IdsAsync());

        // A new process on the same files.
        using var again = new TestShop(Shop.Folder);
        var second = new WatchingProjector(Projector, () => Task.CompletedTask);
        await again.Get<CatalogImportRun>().ProjectAsync(id, second);

        Assert.Equal(20, (await again.Shop.CatalogAsync()).Items.Count);
        Assert.InRange(second.Calls, 1, 12);
    }

    [Fact]
    public async Task Project_Cancelled_LeavesTheShopAsItWas()
    {
        var id = await HandInAsync([.. Enumerable.Range(0, 20).Select(number => ($"p{number}.jpg", $"picture {number}"))]);
        await ReadAsync(id);
        var projector =
            new WatchingProjector(Projector,
            async () => await Imports.MoveAsync(id, CatalogImportState.Cancelled, [CatalogImportState.Running]));

        await RunAsync(id, projector);

        Assert.True(projector.Calls < 20);
        Assert.Empty(await IdsAsync());
    }

    [Fact]
    public async Task Read_SameFilesTwice_SaysSoAndFindsNothingNew()
    {
        var first = await HandInAsync(("a.jpg", "picture a"));
        await ReadAsync(first);
        await RunAsync(first, Projector);

        var second = await ReadAsync(await HandInAsync(("a.jpg", "picture a")));

        Assert.Contains("handed in before", second.Trouble);
        Assert.Equal((0, 1), (second.ToRead, second.Of(CatalogImportOutcome.Same)));
    }

    [Fact]
    public async Task Read_ListWithPictures_TellsHowFarItHasGot()
    {
        var id = await HandInAsync(("list.csv", "product,image,name\n1,a.jpg,Eins\n2,b.jpg,Zwei\n"), ("a.jpg", "picture a"),
            ("b.jpg", "picture b"), ("c.jpg", "nobody names it"));
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        var told = new List<(int, int)>();

        await Shop.Get<CatalogImportRun>().ReadAsync(id, Projector, (done, total) => told.Add((done, total)));

        Assert.Equal([(1, 2), (2, 2), (2, 2)], told);
    }

    [Fact]
    public async Task Project_NoPictureReadable_EndsAsRefused()
    {
        var id = await HandInAsync(("a.jpg", "picture a"));
        await ReadAsync(id);

        await RunAsync(id, new WatchingProjector(Projector, () => throw new InvalidDataException("The picture is damaged.")));

        var summary = (await Imports.TryFindAsync(id))!;
        Assert.Equal((CatalogImportState.Refused, "None of its pictures could be read."), (summary.State, summary.Trouble));
    }

    [Fact]
    public async Task Read_NothingUsable_EndsAtOnce()
    {
        var id = await HandInAsync(("setup.jpg", "MZ program"), (".DS_Store", "x"));

        var summary = await ReadAsync(id);

        Assert.Equal((CatalogImportState.Refused, 1), (summary.State, summary.Of(CatalogImportOutcome.Refused)));
        Assert.False(await Imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]));
    }
}
