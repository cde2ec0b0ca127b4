using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.Pictures;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class ListImportTests : CatalogImportCase
{
    [Theory]
    [InlineData("product,image,image,name\n1,a.jpg,b.jpg,A\n", "the column 'image' stands twice")]
    [InlineData("product,image,name\n1,a.jpg,\"Caf\u00e9\n", "line 2: a quoted field has no end")]
    public async Task Read_ListThatCannotBeUsed_RefusesEveryFileAndEnds(string text, string expected)
    {
        var id = await Imports.BeginAsync("list", "Ada");
        await Shop.Get<StagingFolder>().SaveAsync(id, "a.jpg", new MemoryStream(Encoding.UTF8.GetBytes("picture a")));
        await Shop.Get<StagingFolder>().SaveAsync(id, "list.csv", new MemoryStream(Encoding.Latin1.GetBytes(text)));

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
        var description = (await Shop.Get<StagingFolder>().DescriptionAsync(id))!;
        Assert.Equal(["product", "image", "label"], description.Headings);
        await Shop.Get<RememberedColumns>().SetAsync(description.Headings, new Dictionary<ListField, string>
        {
            [ListField.Product] = "product", [ListField.Image] = "image", [ListField.Name] = "label",
        });
        await Imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Paused]);
        await Shop.Get<CatalogImportRun>().ReadAsync(id, Projector);
        await RunAsync(id, Projector);
        Assert.Equal(["Dress"], (await Shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Name));
        Assert.Null(await Shop.Get<StagingFolder>().DescriptionAsync(id));

        // The next list of the same source needs nobody.
        var next = await ReadAsync(await HandInAsync(("feed.txt", "product;image;label\n2;a.jpg;Coat\n"), ("a.jpg", "picture a")));
        Assert.Equal((CatalogImportState.Ready, 1), (next.State, next.Of(CatalogImportOutcome.New)));
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
        Assert.True(await Shop.Get<PictureStore>().ExistsAsync(taken.Facts.MorePictures));
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

    [Fact]
    public async Task Read_DuplicateIdsInAList_RefusesTheSecond()
    {
        var summary = await ReadAsync(await HandInAsync(("list.csv", "product,image,name\n1,a.jpg,A\n1,a.jpg,B\n"), ("a.jpg", "picture")));

        Assert.Equal((1, 1), (summary.Of(CatalogImportOutcome.New), summary.Of(CatalogImportOutcome.Refused)));
    }
}
