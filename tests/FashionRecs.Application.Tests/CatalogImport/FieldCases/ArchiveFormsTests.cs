using System.IO.Compression;
using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

/// <summary>Archives as computers pack them, handed in alone.</summary>
public sealed class ArchiveFormsTests : IDisposable
{
    private readonly TestShop shop = new();

    static ArchiveFormsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("ibm850", "Größe.jpg")]
    [InlineData("gb18030", "红色连衣裙.jpg")]
    [InlineData("utf-8", "Größe.jpg")]
    public async Task Read_NamesInTheEncodingOfTheComputerThatPacked_AreFound(string encoding, string name)
    {
        var items = await ReadAsync(Encoding.GetEncoding(encoding),
            ("list.csv", $"product,image,name\nA,{name},Coat\n"), (name, "picture"));

        Assert.Equal([("A", null)], items.Select(item => (item.ProductId, item.Reason)));
    }

    [Fact]
    public async Task Read_WhatMacsAndWindowsLeaveBehind_IsPassedOver()
    {
        var items = await ReadAsync(null, ("goods/list.csv", "product,image,name\nA,a.jpg,Coat\n"), ("goods/a.jpg", "picture"),
            ("__MACOSX/goods/._a.jpg", "x"), ("goods/__MACOSX/._list.csv", "x"), ("goods/.DS_Store", "x"), ("goods/Thumbs.DB", "x"),
            ("goods/~$list.xlsx", "x"));

        Assert.Equal([("A", CatalogImportOutcome.New)], items.Select(item => (item.ProductId, item.Outcome)));
    }

    [Fact]
    public async Task Read_ListWithinAFolder_NamesPicturesFromThere()
    {
        var items = await ReadAsync(null, ("export/women/list.csv", "product,image,name\nA,pictures/1.jpg,Coat\nB,/pictures/2.jpg,Skirt\n"),
            ("export/women/pictures/1.jpg", "coat"), ("export/women/pictures/2.jpg", "skirt"), ("export/men/pictures/1.jpg", "other"));

        Assert.Equal([("A", CatalogImportOutcome.New), ("B", CatalogImportOutcome.New)],
            items.Take(2).Select(item => (item.ProductId, item.Outcome)).Order());
        Assert.Equal(("export/men/pictures/1.jpg", "the list does not name it"), (items[2].Source, items[2].Reason));
    }

    [Fact]
    public async Task Read_SameNamesInSeveralFoldersWithoutAList_TakesTheFirstAndNamesIt()
    {
        var items = await ReadAsync(null, ("summer/1.jpg", "dress"), ("winter/1.jpg", "coat"));

        Assert.Equal([null, "the product '1' stands in summer/1.jpg too"], items.Select(item => item.Reason).Order());
    }

    private async Task<IReadOnlyList<CatalogImportItem>> ReadAsync(Encoding? names, params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        // An archive tells that its names are UTF-8, but by no means those of old programs.
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        stream.Position = 0;
        var imports = shop.Get<ICatalogImportStore>();
        var id = await imports.BeginAsync("archive", "Ada");
        await shop.Get<StagingFolder>().SaveAsync(id, "goods.ZIP", stream);
        await imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, new FakeProjector());
        return [.. (await imports.ItemsAsync(id)).OrderBy(item => item.Position)];
    }
}
