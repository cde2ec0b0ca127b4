using FashionRecs.Cli;
using FashionRecs.Cli.Commands;
using FashionRecs.Cli.Import;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Run_WindowsLineEndsAndQuotes_ImportsEveryRow()
    {
        Assert.Equal(ExitCode.Success,
            await RunAsync("product,image,name,price\r\n01,a.jpg,\"Dress, \"\"long\"\"\",9.99\r\n02,a.jpg,<b>Top</b>,\r\n"));
        var catalog = await shop.Shop.CatalogAsync();
        Assert.Equal(["Dress, \"long\"", "Top"], catalog.Items.Select(item => item.Product.Name));
        Assert.Equal([9.99m, null], catalog.Items.Select(item => item.Product.Price));
    }

    [Fact]
    public async Task Run_RowsThatCannotBeUsed_AreRefusedAndTheRestImported()
    {
        var code = await RunAsync(
            "product,image,name,price\n01,none.jpg,A,\n02,../secret,B,\n03,a.jpg,C,dear\n,a.jpg,D,\n04,a.jpg,E,1\n04,a.jpg,F,1\n05,a.jpg\n06,empty.jpg,G,\n");
        Assert.Equal(ExitCode.Partial, code);
        Assert.Equal(["04"], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id));
    }

    [Theory]
    [InlineData("product,image,image,name\n", "line 1: the column 'image' stands twice")]
    [InlineData("product,name\n", "line 1: the column 'image' is missing")]
    [InlineData("", "line 1")]
    public async Task Run_HeaderThatCannotBeUsed_IsOneSentence(string text, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(text));
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public async Task Run_Limit_TakesTheFirstRows()
    {
        await RunAsync("product,image,name\n01,a.jpg,A\n02,a.jpg,B\n", limit: 1);
        Assert.Equal(["01"], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id));
    }

    [Fact]
    public async Task Preview_NewChangedUnchangedAndRefused_SaysWhatWouldHappenAndChangesNothing()
    {
        await RunAsync("product,image,name,price\n01,a.jpg,A,9.5\n02,a.jpg,B,\n");
        var pictures = Directory.EnumerateFiles(shop.Folder, "*", SearchOption.AllDirectories)
            .Count(file => file.Contains("pictures", StringComparison.Ordinal));
        var list = await HandInAsync("product,image,name,price\n01,b.jpg,A,12\n02,a.jpg,B,\n03,a.jpg,C,\n04,none.jpg,D,\n");
        using var output = new StringWriter();

        var code = await ImportCommand.PreviewAsync(new ImportRequest(list, Images) { Database = shop.Database }, Projector.Fingerprint,
            new FakeInspector(), output, CancellationToken.None);

        Assert.Equal(ExitCode.Partial, code);
        Assert.Equal(
            [
                "line 2, product '01': changed, another picture; price: 9.5 → 12", "line 3, product '02': unchanged",
                "line 4, product '03': new",
                "line 5, product '04': refused, there is no image 'none.jpg'",
                "1 new, 1 changed, 1 unchanged, 1 refused; nothing was changed.",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([9.5m, null], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Price));
        Assert.Equal(pictures,
            Directory.EnumerateFiles(shop.Folder, "*", SearchOption.AllDirectories)
            .Count(file => file.Contains("pictures", StringComparison.Ordinal)));
    }

    private string Images => Directory.CreateDirectory(Path.Combine(shop.Folder, "images")).FullName;

    private static FakeProjector Projector => new(TestShop.Value("sleeve_length", "Long Sleeves"));

    private async Task<int> RunAsync(string csv, int limit = int.MaxValue)
    {
        var list = await HandInAsync(csv);
        return await ImportCommand.RunAsync(new ImportRequest(list, Images) { Limit = limit, Database = shop.Database }, Projector,
            new FakeInspector(), CancellationToken.None);
    }

    private async Task<string> HandInAsync(string csv)
    {
        await File.WriteAllTextAsync(Path.Combine(Images, "a.jpg"), "picture");
        await File.WriteAllTextAsync(Path.Combine(Images, "b.jpg"), "other picture");
        await File.WriteAllTextAsync(Path.Combine(Images, "empty.jpg"), "");
        await File.WriteAllTextAsync(Path.Combine(shop.Folder, "secret"), "not for import");
        var list = Path.Combine(shop.Folder, "products.csv");
        await File.WriteAllTextAsync(list, csv);
        return list;
    }
}
