using FashionRecs.Cli;
using FashionRecs.Cli.Commands;

namespace FashionRecs.Web.Tests.Storage;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Run_WindowsLineEndsAndQuotes_ImportsEveryRow()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("product,image,name,price\r\n01,a.jpg,\"Dress, \"\"long\"\"\",9.99\r\n02,a.jpg,<b>Top</b>,\r\n"));
        var catalog = await shop.Shop.CatalogAsync();
        Assert.Equal(["Dress, \"long\"", "<b>Top</b>"], catalog.Items.Select(item => item.Product.Name));
        Assert.Equal([9.99m, null], catalog.Items.Select(item => item.Product.Price));
    }

    [Fact]
    public async Task Run_RowsThatCannotBeUsed_AreRefusedAndTheRestImported()
    {
        var code = await RunAsync("product,image,name,price\n01,none.jpg,A,\n02,../secret,B,\n03,a.jpg,C,dear\n,a.jpg,D,\n04,a.jpg,E,1\n04,a.jpg,F,1\n05,a.jpg\n06,empty.jpg,G,\n");
        Assert.Equal(ExitCode.Partial, code);
        Assert.Equal(["04"], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id));
    }

    [Theory]
    [InlineData("product,image,name,sice\n", "line 1: the column 'sice' is unknown")]
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

    private async Task<int> RunAsync(string csv, int limit = int.MaxValue)
    {
        var images = Directory.CreateDirectory(Path.Combine(shop.Folder, "images")).FullName;
        await File.WriteAllTextAsync(Path.Combine(images, "a.jpg"), "picture");
        await File.WriteAllTextAsync(Path.Combine(images, "empty.jpg"), "");
        await File.WriteAllTextAsync(Path.Combine(shop.Folder, "secret"), "not for import");
        var list = Path.Combine(shop.Folder, "products.csv");
        await File.WriteAllTextAsync(list, csv);
        return await ImportCommand.RunAsync(list, images, limit, shop.Database, new FakeProjector(TestShop.Value("sleeve_length", "Long Sleeves")), new FakeInspector(), CancellationToken.None);
    }
}
