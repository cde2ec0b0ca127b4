using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;
using MiniExcelLibs;

namespace FashionRecs.Application.Tests.CatalogImport.Lists;

public sealed class ProductListTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    static ProductListTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => Directory.Delete(folder, recursive: true);

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
    [InlineData("product,name,kleiderbild\n", "the column 'image' is missing", "'kleiderbild' could be meant")]
    [InlineData("x:y:z\na:b:c\n", "has only one column", "another character")]
    [InlineData("colA;colB;colC\n", "read with the semicolon between columns", "'colA' or 'colB' or 'colC' could be meant")]
    public void Open_ColumnMissing_SaysTheRealCause(string text, params string[] expected)
    {
        var trouble = Open(text).Trouble;

        Assert.All(expected, words => Assert.Contains(words, trouble));
    }

    [Theory]
    [InlineData("EN1,a.jpg,,10", "the name is empty")]
    [InlineData("EN1,a.jpg,\u00A0\u200B,10", "the name is empty")]
    [InlineData("EN1,a.jpg,<b></b>,10", "the name is empty")]
    [InlineData("EN1,,Dress,10", "the image is empty")]
    [InlineData(",a.jpg,Dress,10", "the product id is empty")]
    [InlineData("NULL,a.jpg,Dress,10", "the product id is empty")]
    [InlineData("..,a.jpg,Dress,10", "the product id '..'")]
    [InlineData("%2F,a.jpg,Dress,10", "the product id '%2F'")]
    [InlineData("P,a.jpg,Dress,1e3", "the price '1e3'")]
    [InlineData("P,a.jpg,Dress,1.299", "the price '1.299'")]
    [InlineData("P,a.jpg,Dress,1e27", "the price '1e27'")]
    [InlineData("P,a.jpg,Dress,0.999", "the price '0.999'")]
    [InlineData("P,a.jpg,Dress", "it has 3 fields instead of 4")]
    [InlineData("P,a.jpg,Dress,1,2", "it has 5 fields instead of 4")]
    public void Rows_RowThatCannotBeUsed_SaysWhyAndNamesItsLine(string row, string expected)
    {
        var rows = Open($"product,image,name,price\nG,a.jpg,Good,1\n{row}\nH,a.jpg,Good,1\n").Rows().ToArray();

        Assert.Equal([null, 3, null], rows.Select(one => one.Refused is null ? (int?)null : one.Line));
        Assert.Contains(expected, rows[1].Refused);
    }

    [Fact]
    public void Rows_SameIdTwice_NamesTheFirstLine() =>
        Assert.Equal("the product stood in line 2", Open("product,image,name\n1,a.jpg,A\n1,b.jpg,B\n").Rows().Last().Refused);

    [Theory]
    [InlineData("name", 201)]
    [InlineData("name", 40_000)]
    [InlineData("description", 5_001)]
    public void Rows_FieldLongerThanAPageCanShow_AreRefusedAlone(string column, int length)
    {
        var (name, description) = column == "name" ? (new string('x', length), "") : ("Dress", new string('x', length));

        var rows = Open($"product,image,name,description\r\na,a.jpg,{name},{description}\r\nb,b.jpg,Coat,\r\n").Rows().ToArray();

        Assert.StartsWith($"the {column} is longer than", rows[0].Refused, StringComparison.Ordinal);
        Assert.Null(rows[1].Refused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void Open_RowOfMegabytes_StopsThereAndNamesTheLine(string quote)
    {
        var text = $"product,image,name\r\na,a.jpg,Dress\r\nb,b.jpg,{quote}{new string('x', 8_000_000)}\r\n";

        Assert.Contains("list.csv, line", Assert.Throws<InvalidDataException>(() => Open(text)).Message);
    }

    [Fact]
    public void Rows_PriceInAnotherCurrency_IsSaidAndNotTaken()
    {
        var row = Assert.Single(Open("product,image,name,price\n1,a.jpg,A,$19.99\n").Rows());

        Assert.Null(row.Facts.Price);
        Assert.Contains("is in USD, and the shop's are in €", row.Note);
    }

    [Fact]
    public void Rows_SeveralPicturesInOneField_TakeTheFirstAndSaySo()
    {
        var row = Assert.Single(Open("product,image,name\n1,a.jpg|b.jpg|c.jpg,A\n").Rows());

        Assert.Equal(("a.jpg", "with 2 further pictures"), (row.Image, row.Note));
        Assert.Equal(["b.jpg", "c.jpg"], row.MorePictures);
    }

    [Fact]
    public void Rows_Shopify_AreOneProductPerColour()
    {
        var list = Open("""
            Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Image Src,Image Position,Variant Image,Status,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy
            red-dress,Red dress,<p>Nice</p>,Acme,Dress,Size,S,Color,Red,RD-S,49.90,https://c.example/red.jpg?v=1,1,,active,shopify,3,deny
            red-dress,,,,,,M,,Red,RD-M,49.90,https://c.example/back.jpg?v=1,2,,,shopify,1,deny
            red-dress,,,,,,L,,Red,RD-L,49.90,,,,,shopify,0,deny
            red-dress,,,,,,S,,Dark Blue,BD-S,59.90,,,https://c.example/blue.jpg,,shopify,-2,deny
            red-dress,,,,,,,,,,,https://c.example/detail.jpg,3,,,,,
            cap,Cap,,Acme,Cap,Title,Default Title,,,CAP,9.90,https://c.example/cap.jpg,1,,active,,0,deny
            old,Old,,Acme,Cap,Title,Default Title,,,OLD,9.90,https://c.example/old.jpg,1,,draft,,,

            """);

        var rows = list.Rows().ToArray();

        Assert.Equal("Shopify product export", list.Layout.Name);
        Assert.Equal(rows.Length, list.Count);
        Assert.Equal(["red-dress-red", "red-dress-dark-blue", "cap", "old"], rows.Select(row => row.Facts.Id));
        Assert.Equal(["Red dress", "Red dress", "Cap", "Old"], rows.Select(row => row.Facts.Name));
        Assert.Equal([("Nice.", "S, M", "in stock"), ("Nice.", "S", "out of stock"), ("", "", "in stock"), ("", "", "")],
            rows.Select(row => (row.Facts.Description, row.Facts.Sizes, row.Facts.Availability)));
        Assert.Equal([49.9m, 59.9m, 9.9m, null], rows.Select(row => row.Refused is null ? row.Facts.Price : null));
        Assert.Equal(["https://c.example/red.jpg?v=1", "https://c.example/blue.jpg"], rows.Take(2).Select(row => row.Image));
        Assert.Contains("2 further pictures", rows[0].Note);
        Assert.Contains("with lines 3, 4", rows[0].Note);
        Assert.Contains("draft", rows[3].Refused);
    }

    [Fact]
    public void Rows_GoogleFeed_PutsSizesTogetherAlsoWhereTheyStandApart()
    {
        var rows = Open("""
            id	title	description	image_link	additional_image_link	price	color	size	item_group_id	product_type	link	availability
            1	Dress	Soft	https://x.example/a.jpg	https://x.example/a2.jpg	19.99 EUR	Red	S	G1	Women > Dresses	https://x.example/dress?c=red	out_of_stock
            2	Dress	Soft	https://x.example/b.jpg		19.99 EUR	Blue	S	G1	Women > Dresses	javascript:alert(1)	preorder
            3	Coat	Warm	https://x.example/c.jpg		99.00 EUR	Grey	M		Women > Coats		some day
            4	Dress	Soft	https://x.example/a.jpg		19.99 EUR	Red	M	G1	Women > Dresses	https://x.example/dress?c=red	in_stock

            """).Rows().ToArray();

        Assert.Equal(["G1-red", "G1-blue", "3"], rows.Select(row => row.Facts.Id));
        Assert.Equal([("Soft", "M", "in stock"), ("Soft", "S", "preorder"), ("Warm", "M", "")],
            rows.Select(row => (row.Facts.Description, row.Facts.Sizes, row.Facts.Availability)));
        Assert.Equal(["https://x.example/dress?c=red", "", ""], rows.Select(row => row.Facts.Link));
        Assert.Contains("its link is no address of the web", rows[1].Note);
        Assert.Contains("the availability 'some day' is not known", rows[2].Note);
        Assert.Equal(["Dresses", "Dresses", "Coats"], rows.Select(row => row.Facts.Type));
        Assert.Contains("1 further picture", rows[0].Note);
    }

    [Fact]
    public void Rows_GoogleFeedInXml_AreRead()
    {
        var list = Open(
            """
            <?xml version="1.0"?>
            <rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title>
            <item><g:id>1</g:id><title>Dress &amp; belt</title><description><![CDATA[<p>Soft</p>]]></description><g:image_link>https://x.example/a.jpg</g:image_link>
            <g:additional_image_link>https://x.example/b.jpg</g:additional_image_link><g:additional_image_link>https://x.example/c.jpg</g:additional_image_link><g:price>1,299.00 EUR</g:price></item>
            <item><g:id>2</g:id><g:title>Coat</g:title><g:image_link>https://x.example/d.jpg</g:image_link><g:price>5</g:price></item>
            </channel></rss>
            """, "feed.xml");

        var rows = list.Rows().ToArray();

        Assert.Equal([("1", "Dress & belt", "Soft.", 1299m), ("2", "Coat", "", 5m)],
            rows.Select(row => (row.Facts.Id, row.Facts.Name, row.Facts.Description, row.Facts.Price!.Value)));
        Assert.Contains("2 further pictures", rows[0].Note);
    }

    [Fact]
    public void Open_XmlWithADocumentType_IsRefused() => Assert.Contains("DOCTYPE", Assert.Throws<InvalidDataException>(() => Open(
        "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><id>&b;</id></item></channel></rss>",
        "feed.xml")).Message);

    [Fact]
    public void Rows_WooCommerce_ArePutUnderTheirParent()
    {
        var rows = Open("""
            ID,Type,SKU,Name,Published,Short description,Description,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),In stock?,External URL
            1,variable,D1,Dress,1,Short,<b>Long</b>,,"Clothing > Dresses, Sale","https://x.example/a.jpg, https://x.example/b.jpg",,Size,"S, M",1,
            2,variation,D1-S,Dress - S,1,,,"19.99",,,D1,Size,S,1,
            3,variation,D1-M,Dress - M,1,,,"19.99",,,D1,Size,M,1,
            4,external,C1,Cap,1,,,5,Caps,https://x.example/c.jpg,,,,backorder,https://x.example/cap
            5,simple,C2,Hidden,0,,,5,Caps,https://x.example/d.jpg,,,,0,

            """).Rows().ToArray();

        Assert.Equal(["D1", "C1", "C2"], rows.Select(row => row.Facts.Id));
        Assert.Equal(("Dress", "Dresses", "Long", 19.99m, "https://x.example/a.jpg"),
            (rows[0].Facts.Name, rows[0].Facts.Type, rows[0].Facts.Description, rows[0].Facts.Price, rows[0].Image));
        Assert.Equal([("S, M", "in stock", ""), ("", "backorder", "https://x.example/cap")],
            rows.Take(2).Select(row => (row.Facts.Sizes, row.Facts.Availability, row.Facts.Link)));
        Assert.Contains("not published", rows[2].Refused);
    }

    [Fact]
    public void Rows_Magento_AreOneProductPerColourOfTheConfigurable()
    {
        var rows = Open("""
            sku,store_view_code,product_type,categories,name,description,price,visibility,base_image,additional_images,additional_attributes,configurable_variations
            H-S-Black,,simple,Default Category/Men/Hoodies,Hoodie-S-Black,,52.000000,Not Visible Individually,/b/l/black.jpg,,"color=Black,size=S",
            H-M-Black,,simple,Default Category/Men/Hoodies,Hoodie-M-Black,,52.000000,Not Visible Individually,/b/l/black.jpg,,"color=Black,size=M",
            H-S-Red,,simple,Default Category/Men/Hoodies,Hoodie-S-Red,,52.000000,Not Visible Individually,/r/e/red.jpg,,"color=Red,size=S",
            H,,configurable,Default Category/Men/Hoodies,Hoodie,<p>Warm</p>,52.000000,"Catalog, Search",/b/l/black.jpg,,,"sku=H-S-Black,size=S,color=Black|sku=H-M-Black,size=M,color=Black|sku=H-S-Red,size=S,color=Red"
            H,de,,,Kapuzenjacke,,,,,,,
            Bag,,simple,Default Category/Gear/Bags,Bag,,34.000000,"Catalog, Search",/b/a/bag.jpg,,,

            """).Rows().ToArray();

        Assert.Equal(["H-black", "H-red", "Bag"], rows.Select(row => row.Facts.Id));
        Assert.Equal(["Hoodie", "Hoodie", "Bag"], rows.Select(row => row.Facts.Name));
        Assert.Equal([("Warm.", "S, M"), ("Warm.", "S"), ("", "")], rows.Select(row => (row.Facts.Description, row.Facts.Sizes)));
        Assert.Equal(["/b/l/black.jpg", "/r/e/red.jpg", "/b/a/bag.jpg"], rows.Select(row => row.Image));
        Assert.All(rows, row => Assert.Null(row.Refused));
    }

    [Fact]
    public void Rows_Workbook_AreReadWithTheirRowNumbers()
    {
        var path = Path.Combine(folder, "list.xlsx");
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
        File.WriteAllText(Path.Combine(folder, name), text);

        Assert.Equal(expected, ListFiles.Is(Path.Combine(folder, name), name));
    }

    [Fact]
    public void Rows_ColumnsThatPeopleSaid_AreTaken()
    {
        var path = Write(Encoding.UTF8.GetBytes("product,image,name,label\n1,a.jpg,A,B\n"), "list.csv");

        var list = ProductList.Open(path, "list.csv", ListChoices.None,
            _ => new Dictionary<ListField, string> { [ListField.Name] = "label" }, new ShopCurrency("€"));

        Assert.Equal("B", Assert.Single(list.Rows()).Facts.Name);
    }

    private ProductList Open(string text, string name = "list.csv") => Open(Encoding.UTF8.GetBytes(text), name);

    private ProductList Open(byte[] bytes, string name = "list.csv", ListChoices? choices = null) =>
        ProductList.Open(Write(bytes, name), name, choices ?? ListChoices.None, _ => null, new ShopCurrency("€"));

    private string Write(byte[] bytes, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
