using System.IO.Compression;
using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class CatalogImportRunTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Read_PicturesAndRubbish_SaysWhatWouldHappenAndChangesNothing()
    {
        await shop.AddAsync(Projector, "known");
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
        using var again = new TestShop(shop.Folder);
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

    [Theory]
    [InlineData("product,image,image,name\n1,a.jpg,b.jpg,A\n", "the column 'image' stands twice")]
    [InlineData("product,image,name\n1,a.jpg,\"Caf\u00e9\n", "line 2: a quoted field has no end")]
    public async Task Read_ListThatCannotBeUsed_RefusesEveryFileAndEnds(string text, string expected)
    {
        var id = await Imports.BeginAsync("list", "Ada");
        await shop.Get<StagingFolder>().SaveAsync(id, "a.jpg", new MemoryStream(Encoding.UTF8.GetBytes("picture a")));
        await shop.Get<StagingFolder>().SaveAsync(id, "list.csv", new MemoryStream(Encoding.Latin1.GetBytes(text)));

        var summary = await ReadAsync(id);

        Assert.Equal((CatalogImportState.Refused, false, 2), (summary.State, summary.IsOpen, summary.Of(CatalogImportOutcome.Refused)));
        Assert.Contains(expected, summary.Trouble);
        var refused = await Imports.ItemsAsync(id, CatalogImportOutcome.Refused);
        Assert.Contains(expected, refused.Single(item => item.Source == "list.csv").Reason);
        Assert.Contains("the list cannot be used", refused.Single(item => item.Source == "a.jpg").Reason);
    }

    [Fact]
    public async Task Read_ColumnNobodyKnows_WaitsForAPersonAndThenTakesWhatTheySay()
    {
        var id = await HandInAsync(("feed.txt", "product;image;label\n1;a.jpg;Dress\n"), ("a.jpg", "picture a"));

        var unclear = await ReadAsync(id);

        Assert.Equal((CatalogImportState.Paused, 0), (unclear.State, unclear.Seen));
        Assert.Contains("the column 'name' is missing", unclear.Trouble);
        var description = (await shop.Get<StagingFolder>().DescriptionAsync(id))!;
        Assert.Equal(["product", "image", "label"], description.Headings);
        await shop.Get<RememberedColumns>().SetAsync(description.Headings, new Dictionary<ListField, string>
        {
            [ListField.Product] = "product", [ListField.Image] = "image", [ListField.Name] = "label",
        });
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Paused]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        await RunAsync(id, Projector);
        Assert.Equal(["Dress"], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Name));
        Assert.Null(await shop.Get<StagingFolder>().DescriptionAsync(id));

        // The next list of the same source needs nobody.
        var next = await ReadAsync(await HandInAsync(("feed.txt", "product;image;label\n2;a.jpg;Coat\n"), ("a.jpg", "picture a")));
        Assert.Equal((CatalogImportState.Ready, 1), (next.State, next.Of(CatalogImportOutcome.New)));
    }

    [Fact]
    public async Task Read_SameNameInAnotherFolder_IsNotTaken()
    {
        var id = await Imports.BeginAsync("zip", "Ada");
        await shop.Get<StagingFolder>().SaveAsync(id, "l.csv",
            new MemoryStream(Encoding.UTF8.GetBytes("product,image,name\nW1,summer/1.jpg,Summer\nW2,winter/1.jpg,Winter\n")));
        await shop.Get<StagingFolder>().SaveAsync(id, "a.zip", new MemoryStream(Zip(("winter/1.jpg", Encoding.UTF8.GetBytes("picture")))));

        Assert.Equal((1, 1), (await ReadAsync(id)) is var summary ? (summary.Of(CatalogImportOutcome.New),
            summary.Of(CatalogImportOutcome.Refused)) : default);

        var refused = Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.Refused));
        Assert.Equal(("line 2, product 'W1'", "there is no image 'summer/1.jpg'; there is 'winter/1.jpg'"),
            (refused.Source, refused.Reason));
    }

    [Fact]
    public async Task Read_FileThatCannotBeUsed_DoesNotBlockItsGoodTwin()
    {
        var id = await HandInAsync(("IMG_0042.heic", "MZ no picture"), ("IMG_0042.jpg", "picture"));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));

        Assert.Equal("IMG_0042.jpg", Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.New)).Source);
    }

    [Fact]
    public async Task Read_FurtherPictures_AreKeptWithTheProduct()
    {
        var id = await HandInAsync(("list.csv", "product,image,name\n1,a.jpg|b.jpg|gone.jpg,A\n"),
            ("a.jpg", "picture a"), ("b.jpg", "picture b"),
            ("c.jpg", "picture c"));
        await ReadAsync(id);

        var taken = Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.New));
        Assert.Equal(PictureStore.NameOf("picture b"u8), taken.Facts!.MorePictures);
        Assert.StartsWith("without one further picture: there is no image 'gone.jpg'", taken.Reason, StringComparison.Ordinal);
        Assert.True(await shop.Get<PictureStore>().ExistsAsync(taken.Facts.MorePictures));
        Assert.Equal(["the list does not name it"],
            (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Reason));
    }

    [Theory]
    [InlineData("old.xls")]
    [InlineData("table.ods")]
    public async Task Read_ListOfAnUnreadKind_TakesItsPicturesWithIt(string name)
    {
        var summary = await ReadAsync(await HandInAsync((name, "whatever"), ("a.jpg", "picture a")));

        Assert.Equal((CatalogImportState.Refused, 2), (summary.State, summary.Of(CatalogImportOutcome.Refused)));
        Assert.Contains("save it as .xlsx or CSV", summary.Trouble);
    }

    [Theory]
    [InlineData("a%41")]
    [InlineData("%2F")]
    public async Task Read_PictureWhoseProductCouldNotBeOpened_IsRefused(string id) =>
        Assert.Equal(1, (await ReadAsync(await HandInAsync(($"{id}.jpg", "picture")))).Of(CatalogImportOutcome.Refused));

    [Fact]
    public async Task Read_DuplicateIdsInAList_RefusesTheSecond()
    {
        var summary = await ReadAsync(await HandInAsync(("list.csv", "product,image,name\n1,a.jpg,A\n1,a.jpg,B\n"), ("a.jpg", "picture")));

        Assert.Equal((1, 1), (summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Refused)));
    }

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
    public async Task Read_HostileArchive_TakesTheGoodAndRefusesTheRest()
    {
        var zip = Zip(("good.jpg", Encoding.UTF8.GetBytes("picture")), ("../../escape.jpg", Encoding.UTF8.GetBytes("picture 2")),
            ("C:\\evil.jpg", Encoding.UTF8.GetBytes("picture 3")),
            ("nested.zip", [1, 2, 3]), ("bomb.jpg", new byte[8 << 20]), ("__MACOSX/good.jpg", [1]));
        var id = await Imports.BeginAsync("zip", "Ada");
        await shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(zip));

        var summary = await ReadAsync(id);

        Assert.Equal((1, 4), (summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Refused)));
        var reasons = (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Reason).ToArray();
        Assert.Equal(2, reasons.Count(reason => reason!.Contains("outside the archive")));
        Assert.Contains(reasons, reason => reason!.Contains("100 times its size"));
        Assert.Contains(reasons, reason => reason!.Contains("within an archive"));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(shop.Folder)!),
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
        await shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(Zip(
            ("list.csv", Encoding.UTF8.GetBytes("product,image,name\n1,a.jpg,A\n")), ("a.jpg", Encoding.UTF8.GetBytes("picture")),
            ("../../escape.jpg", [1]), ("nested.zip", [1, 2, 3]))));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));

        Assert.Equal(["../../escape.jpg", "nested.zip"],
            (await Imports.ItemsAsync(id, CatalogImportOutcome.Refused)).Select(item => item.Source));
    }

    [Fact]
    public async Task Read_FileThatWasNotTaken_IsListedAndDoesNotStandInForAnother()
    {
        var id = await HandInAsync(("a.png", "picture a"));
        await shop.Get<StagingFolder>().RefuseAsync(id, "a.jpg", "The file is larger than 25 MB.");

        var summary = await ReadAsync(id);

        Assert.Equal((CatalogImportState.Ready, 1), (summary.State, summary.Of(CatalogImportOutcome.New)));
        var item = Assert.Single(await Imports.ItemsAsync(id, CatalogImportOutcome.Refused));
        Assert.Equal(("a.jpg", "The file is larger than 25 MB."), (item.Source, item.Reason));
    }

    [Fact]
    public async Task Read_ListWithPictures_TellsHowFarItHasGot()
    {
        var id = await HandInAsync(("list.csv", "product,image,name\n1,a.jpg,Eins\n2,b.jpg,Zwei\n"), ("a.jpg", "picture a"),
            ("b.jpg", "picture b"), ("c.jpg", "nobody names it"));
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        var told = new List<(int, int)>();

        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector, (done, total) => told.Add((done, total)));

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

    [Fact]
    public async Task Read_ArchiveWithListAndPictures_IsTaken()
    {
        var id = await Imports.BeginAsync("zip", "Ada");
        await shop.Get<StagingFolder>().SaveAsync(id, "goods.zip", new MemoryStream(Zip(
            ("goods/list.csv", Encoding.UTF8.GetBytes("product,image,name\n1,a.jpg,A\n")),
            ("goods/a.jpg", Encoding.UTF8.GetBytes("picture")))));

        Assert.Equal(1, (await ReadAsync(id)).Of(CatalogImportOutcome.New));
    }

    private ICatalogImportStore Imports => shop.Get<ICatalogImportStore>();

    private static FakeProjector Projector => new(TestShop.Value("sleeve_length", "Long Sleeves"));

    private async Task<Guid> HandInAsync(params (string Name, string Text)[] files)
    {
        var id = await Imports.BeginAsync("files", "Ada");
        foreach (var (name, text) in files)
        {
            await shop.Get<StagingFolder>().SaveAsync(id, name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        return id;
    }

    private async Task<CatalogImportSummary> ReadAsync(Guid id)
    {
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        return (await Imports.TryFindAsync(id))!;
    }

    private async Task RunAsync(Guid id, IPictureProjector projector, CancellationToken cancellation = default)
    {
        await Imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]);
        await shop.Get<CatalogImportRun>().ProjectAsync(id, projector, cancellation: cancellation);
    }

    private async Task<string[]> IdsAsync() => [.. (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id)];

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
