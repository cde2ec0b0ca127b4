using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Purchases;

public sealed class PurchaseFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("day,customer\n2020-09-16,1\n", "has no column 'product'")]
    [InlineData("day,customer,product\n2020-09-16,1,9999\n", "line 2: the product 9999 is not in")]
    [InlineData("day,customer,product\nyesterday,1,1000\n", "line 2: 'yesterday' is not a day")]
    [InlineData("day,customer,product\n", "holds no purchase")]
    [InlineData("day,customer,product\n2020-09-16,1\n", "line 2: 2 fields")]
    [InlineData("", "is empty")]
    public void Read_BrokenFile_SaysWhatAndWhere(string text, string expected)
    {
        File.WriteAllText(path, text);

        var thrown = Assert.Throws<InvalidDataException>(() => PurchaseFile.Read(path, Shop.Products()));

        Assert.Contains(expected, thrown.Message);
    }

    [Fact]
    public void Read_MissingFile_NamesIt() =>
        Assert.Contains("/nowhere.csv",
            Assert.Throws<FileNotFoundException>(() => PurchaseFile.Read("/nowhere.csv", Shop.Products())).Message);

    [Fact]
    public void Read_OtherColumnOrderAndQuotes_FindsColumnsByName()
    {
        File.WriteAllText(path, "product,note,customer,day\r\n1003,\"a \"\"b\"\",\nc\",7,2020-09-17\r\n");

        var purchase = Assert.Single(PurchaseFile.Read(path, Shop.Products()));

        Assert.Equal(new Purchase(new DateOnly(2020, 9, 17), "7", 3), purchase);
    }

    [Fact]
    public void Products_SameCodeTwice_IsRefused() =>
        Assert.Contains("1000 twice",
            Assert.Throws<InvalidDataException>(() => new ShopProducts([Shop.Product(0), Shop.Product(0)])).Message);
}
