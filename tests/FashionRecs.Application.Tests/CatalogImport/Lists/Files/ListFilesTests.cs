using System.Text;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;
using MiniExcelLibs;

namespace FashionRecs.Application.Tests.CatalogImport.Lists.Files;

public sealed class ListFilesTests : OpenedList
{
    [Theory]
    [InlineData("product,image,name,price\nS1,a.jpg,Semi,\"19,99\"\n")]
    [InlineData("product;image;name;price\nS1;a.jpg;Semi;19,99\n")]
    [InlineData("product\timage\tname\tprice\nS1\ta.jpg\tSemi\t19,99\n")]
    [InlineData("product|image|name|price\nS1|a.jpg|Semi|19,99\n")]
    [InlineData("sep=;\r\nproduct;image;name;price\r\nS1;a.jpg;Semi;19,99\r\n")]
    [InlineData("Product,Image ,Name, PRICE\nS1,a.jpg,Semi,19.99 EUR\n")]
    [InlineData("\"product\";\"image\";\"name\";\"price\"\n\"S1\";\"a.jpg\";\"Semi\";\"19,99 €\"\n")]
    [InlineData("Artikelnummer;Bild;Bezeichnung;Preis\nS1;a.jpg;Semi;19,99\n")]
    [InlineData("id\ttitle\timage_link\tprice\nS1\tSemi\thttps://x.example/a.jpg\t19.99 EUR\n")]
    [InlineData("product;image;name;price\rS1;a.jpg;Semi;19,99\r")]
    public void Rows_AnySeparatorAndHeading_AreRead(string text)
    {
        var row = Assert.Single(Open(text).Rows());

        Assert.Equal(("S1", "Semi", 19.99m, null), (row.Facts.Id, row.Facts.Name, row.Facts.Price, row.Refused));
        Assert.EndsWith("a.jpg", row.Image, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Rows_AnyEncoding_KeepTheirLetters(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("product;image;name\nÄ1;größe.jpg;Café – Kleid €\n")];

        var list = Open(bytes);

        var row = Assert.Single(list.Rows());
        Assert.Equal(("Ä1", "größe.jpg", "Café – Kleid €"), (row.Facts.Id, row.Image, row.Facts.Name));
        Assert.Equal(name, list.File.Encoding, ignoreCase: true);
    }

    [Fact]
    public void Rows_EncodingThatAPersonChose_IsTaken() => Assert.Equal("Ł", Assert.Single(
        Open(Encoding.GetEncoding("windows-1250").GetBytes("product;image;name\n1;a.jpg;Ł\n"), choices: new ListChoices("windows-1250"))
            .Rows()).Facts.Name);

    [Fact]
    public void Open_Utf8ThatIsDamagedInOneLine_NamesTheLine()
    {
        byte[] bytes = [.. "product,image,name\n1,a.jpg,Café\n2,b.jpg,Grün\n3,c.jpg,X"u8, 0xFF, .. "\n"u8];

        Assert.Contains("line 4", Assert.Throws<InvalidDataException>(() => Open(bytes)).Message);
    }

    [Theory]
    [InlineData("product,image,image,name\nD1,a.jpg,b.jpg,Dup\n", "the column 'image' stands twice (columns 2 and 3)")]
    [InlineData("product,Image,image ,name\nD1,a.jpg,b.jpg,Dup\n", "stands twice")]
    [InlineData("product,image,name,price,Price\nD1,a.jpg,b,1,2\n", "the column 'price' stands twice")]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "line 1")]
    [InlineData("product,image,name\n1,a.jpg,\"open\n", "has no end")]
    public void Open_ListOfWhichNothingCanBeTaken_IsOneSentence(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Open(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void Open_RowOfMegabytes_StopsThereAndNamesTheLine(string quote)
    {
        var text = $"product,image,name\r\na,a.jpg,Dress\r\nb,b.jpg,{quote}{new string('x', 8_000_000)}\r\n";

        Assert.Contains("list.csv, line", Assert.Throws<InvalidDataException>(() => Open(text)).Message);
    }

    [Fact]
    public void Open_XmlWithADocumentType_IsRefused() => Assert.Contains("DOCTYPE", Assert.Throws<InvalidDataException>(() => Open(
        "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><id>&b;</id></item></channel></rss>",
        "feed.xml")).Message);

    [Fact]
    public void Rows_Workbook_AreReadWithTheirRowNumbers()
    {
        var path = Path.Combine(Folder, "list.xlsx");
        MiniExcel.SaveAs(path, new[]
        {
            new Dictionary<string, object> { ["Artikelnummer"] = "007", ["Bild"] = "a.jpg", ["Bezeichnung"] = "Kleid", ["Preis"] = 19.99 },
            new Dictionary<string, object> { ["Artikelnummer"] = 12, ["Bild"] = "b.jpg", ["Bezeichnung"] = "", ["Preis"] = 1299 },
        });

        var rows = ProductList.Open(path, "list.xlsx", ListChoices.None, _ => null, new ShopCurrency("€")).Rows().ToArray();

        Assert.Equal([("007", 19.99m, 2), ("12", 1299m, 3)], rows.Select(row => (row.Facts.Id, row.Facts.Price ?? 1299m, row.Line)));
        Assert.Equal([null, "the name is empty"], rows.Select(row => row.Refused));
    }

    [Theory]
    [InlineData("feed.txt", "id\ttitle\timage_link\n1\tA\ta.jpg\n", true)]
    [InlineData("feed", "id;name;image\n1;A;a.jpg\n", true)]
    [InlineData("feed.xml", "<rss><channel><item/></channel></rss>", true)]
    [InlineData("readme.txt", "Hello, these are our pictures, with love.\n", false)]
    [InlineData("list.csv", "whatever", true)]
    [InlineData("old.xls", "whatever", true)]
    [InlineData("logo.svg", "<svg/>", false)]
    public void Is_FileOfAnyEnding_IsAListByWhatIsInIt(string name, string text, bool expected)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);

        Assert.Equal(expected, ListFiles.Is(Path.Combine(Folder, name), name));
    }
}
