using System.Text;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class ListFormsTests
{
    static ListFormsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Forms { get; } = new(
        from separator in new[] { ",", ";", "\t", "|" }
        from encoding in new[] { "utf-8", "utf-8 without", "utf-16", "utf-16BE", "windows-1252" }
        select (separator, encoding));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Rows_AnySeparatorAndEncoding_ReadsTheSame(string separator, string encoding)
    {
        var text = $"product{separator}image{separator}name{separator}price\r\nA{separator}a.jpg{separator}\"Kleid{separator} grün\"{separator}19.99 EUR\r\n";

        var row = Assert.Single(ListedFile.Rows(text,
            encoding: encoding == "utf-8 without" ? new UTF8Encoding(false) : Encoding.GetEncoding(encoding)));

        Assert.Equal((null, "A", $"Kleid{separator} grün".Replace('\t', ' ').Replace("  ", " ", StringComparison.Ordinal), 19.99m),
            (row.Refused, row.Facts.Id, row.Facts.Name, row.Facts.Price));
    }

    [Theory]
    [InlineData("Product,Image ,Name")]
    [InlineData(" PRODUCT , image,nAmE ")]
    [InlineData("sep=;\nproduct;image;name")]
    [InlineData("Artikelnummer;Bild;Bezeichnung")]
    [InlineData("SKU\tImage\tTitle")]
    [InlineData("\"product\",\"image\",\"name\"")]
    [InlineData("\uFEFFproduct,image,name")]
    public void Rows_HeadingsAsPeopleWriteThem_AreKnown(string header)
    {
        var separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : header.Contains(';', StringComparison.Ordinal) ? ';' : ',';

        var row = ListedFile.Row($"{header}\n{string.Join(separator, "A", "a.jpg", "Coat")}\n");

        Assert.Equal((null, "A", "a.jpg", "Coat"), (row.Refused, row.Facts.Id, row.Image, row.Facts.Name));
    }

    [Theory]
    [InlineData("product,image,image,name\nA,a.jpg,b.jpg,Coat\n", "image")]
    [InlineData("Product,image,Image ,name\nA,a.jpg,b.jpg,Coat\n", "mage")]
    [InlineData("product,image,name,name\nA,a.jpg,Coat,Coat\n", "name")]
    [InlineData("product,image,name,price,price\nA,a.jpg,Coat,1,2\n", "price")]
    public void Rows_ColumnThatCountsTwice_IsRefusedForIt(string text, string column)
    {
        var refusal = ListedFile.Refusal(text);

        Assert.Contains("twice", refusal, StringComparison.Ordinal);
        Assert.Contains(column, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_ColumnMissing_SaysWhichCouldBeMeant()
    {
        var refusal = ListedFile.Refusal("product,image,Kleidername\nA,a.jpg,Coat\n");

        Assert.Contains("'name' is missing", refusal, StringComparison.Ordinal);
        Assert.Contains("Kleidername", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("no list at all")]
    [InlineData(",,,\n,,,\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><item><id>&a;</id></item></rss>")]
    public void Rows_NoList_IsRefusedInASentence(string text) => Assert.NotEqual("", ListedFile.Refusal(text));

    [Theory]
    [InlineData("A,a.jpg,", "name is empty")]
    [InlineData("A,a.jpg,   ", "name is empty")]
    [InlineData("A,a.jpg,\u200B", "name is empty")]
    [InlineData("A,a.jpg,&nbsp;", "name is empty")]
    [InlineData("A,a.jpg,<b></b>", "name is empty")]
    [InlineData("A,a.jpg,NULL", "name is empty")]
    [InlineData("A,a.jpg,null", "name is empty")]
    [InlineData(",a.jpg,Coat", "product id is empty")]
    [InlineData("A,,Coat", "image is empty")]
    [InlineData("A,NULL,Coat", "image is empty")]
    [InlineData("A,a.jpg", "2 fields instead of 3")]
    [InlineData("..,a.jpg,Coat", "..")]
    [InlineData(".,a.jpg,Coat", "'.'")]
    [InlineData("%2F,a.jpg,Coat", "%2F")]
    [InlineData("A%2e%2E,a.jpg,Coat", "%2e")]
    [InlineData("/,a.jpg,Coat", "'/'")]
    [InlineData("../A,a.jpg,Coat", "../A")]
    [InlineData("A\u0007B,a.jpg,Coat", "cannot be seen")]
    public void Rows_RowThatCannotBeUsed_SaysWhyWithItsLine(string line, string why)
    {
        var rows = ListedFile.Rows($"product,image,name\n{line}\nZ,z.jpg,Skirt\n");

        Assert.Equal(2, rows[0].Line);
        Assert.Contains(why, rows[0].Refused, StringComparison.Ordinal);
        Assert.Null(rows[1].Refused);
    }

    [Theory]
    [InlineData("AB/12")]
    [InlineData("SKU#7")]
    [InlineData("50%")]
    [InlineData("A+B C")]
    [InlineData("q?x=1")]
    [InlineData("é")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)")]
    [InlineData("-5")]
    [InlineData("1e5")]
    [InlineData("007")]
    [InlineData("\U0001F457")]
    public void Rows_OddButGoodId_IsTaken(string id) =>
        Assert.Equal((null, id),
        ListedFile.Row($"product,image,name\n{id},a.jpg,Coat\n") is var row ? (row.Refused, row.Facts.Id) : default);

    [Fact]
    public void Rows_ProductTwice_SaysInWhichLineItStood() =>
        Assert.Contains("line 2", ListedFile.Rows("product,image,name\nA,a.jpg,Coat\nA,b.jpg,Coat\n")[1].Refused, StringComparison.Ordinal);

    [Theory]
    [InlineData("product~image~name\nA~a.jpg~Coat; long\n")]
    [InlineData("product^image^name\nA^a.jpg^Coat; long\n")]
    [InlineData("product:image:name\nA:a.jpg:Coat; long\n")]
    [InlineData("'product';'image';'name'\n'A';'a.jpg';'Coat; long'\n")]
    [InlineData("Price list, autumn\n\nproduct;image;name\nA;a.jpg;\"Coat; long\"\n")]
    [InlineData("Export of 4 March 2026;;\nby Ada;;\nproduct;image;name\nA;a.jpg;\"Coat; long\"\n")]
    [InlineData("product,image,name,,,\nA,a.jpg,Coat; long,,,\n")]
    public void Rows_OtherSeparatorsQuotesAndTitles_AreRead(string text)
    {
        var row = ListedFile.Row(text);

        Assert.Equal((null, "A", "a.jpg", "Coat; long"), (row.Refused, row.Facts.Id, row.Image, row.Facts.Name));
    }

    [Theory]
    [InlineData("5\" heel boot", "5\" heel boot")]
    [InlineData("\"a \"\"long\"\" coat\"", "a \"long\" coat")]
    [InlineData("\"a \\\"long\\\" coat\"", "a \"long\" coat")]
    [InlineData("\"back\\slash\\\"", "back\\slash\\")]
    [InlineData("\"two\nlines\"", "two lines")]
    public void Rows_QuotesWithinAField_AreKept(string field, string name)
    {
        var rows = ListedFile.Rows($"product,image,name\nA,a.jpg,{field}\nB,b.jpg,Coat\n");

        Assert.Equal([name, "Coat"], rows.Select(row => row.Facts.Name));
    }

    [Theory]
    [InlineData("None", "the name is empty")]
    [InlineData("N/A", "the name is empty")]
    [InlineData("(null)", "the name is empty")]
    [InlineData("undefined", "the name is empty")]
    [InlineData("nan", "the name is empty")]
    [InlineData("-", "the name has no letters")]
    [InlineData("#REF!", "a formula that failed")]
    public void Rows_NameThatAProgramWroteForNothing_IsRefused(string name, string why) =>
        Assert.Contains(why, ListedFile.Row($"product,image,name\nA,a.jpg,{name}\n").Refused, StringComparison.Ordinal);

    [Fact]
    public void Rows_ColumnsOfPicturesWithNumbers_AreTheFirstAndFurtherOnes()
    {
        var row = ListedFile.Row("sku,name,image 1,image 2,image 3\nA,Coat,a.jpg,b.jpg,c.jpg\n");

        Assert.Equal((null, "a.jpg"), (row.Refused, row.Image));
        Assert.Equal(["b.jpg", "c.jpg"], row.MorePictures);
    }

    [Fact]
    public void Rows_HeadingsAlone_SaysThatThereAreNoProducts() =>
        Assert.Contains("no products below", ListedFile.Refusal("product,image,name\n"), StringComparison.Ordinal);

    [Fact]
    public void Rows_IdThatASpreadsheetShortened_IsSaid() =>
        Assert.Contains("has shortened", ListedFile.Row("product,image,name\n4.00638E+12,a.jpg,Coat\n").Note, StringComparison.Ordinal);

    [Fact]
    public void Rows_Html_BecomesReadableText()
    {
        var row = ListedFile.Row("""
            product,image,name,description
            A,a.jpg,Caf&eacute; dress &amp; belt,<p>Soft <b>cotton</b>&nbsp;&amp; silk.</p><ul><li>Machine wash</li><li>Two pockets</li></ul><script>alert(1)</script><style>p{}</style>
            """);

        Assert.Equal("Café dress & belt", row.Facts.Name);
        Assert.Equal("Soft cotton & silk. Machine wash. Two pockets.", row.Facts.Description);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("&amp;")]
    [InlineData("<")]
    public void Rows_EndlessMarkup_IsJudgedAtOnce(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = ListedFile.Rows($"product,image,name,description\nA,a.jpg,Coat,{text}\nB,b.jpg,Skirt,\n");

        Assert.Null(rows[1].Refused);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }
}
