using System.Text;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.Lists;

public sealed class ProductListTests : OpenedList
{
    [Theory]
    [InlineData("product,name,kleiderbild\n", "the column 'image' is missing", "'kleiderbild' could be meant")]
    [InlineData("x:y:z\na:b:c\n", "has only one column", "another character")]
    [InlineData("colA;colB;colC\n", "read with the semicolon between columns", "'colA' or 'colB' or 'colC' could be meant")]
    public void Open_ColumnMissing_SaysTheRealCause(string text, params string[] expected)
    {
        var trouble = Open(text).Trouble;

        Assert.All(expected, words => Assert.Contains(words, trouble));
    }

    [Fact]
    public void Rows_ColumnsThatPeopleSaid_AreTaken()
    {
        var path = Write(Encoding.UTF8.GetBytes("product,image,name,label\n1,a.jpg,A,B\n"), "list.csv");

        var list = ProductList.Open(path, "list.csv", ListChoices.None,
            _ => new Dictionary<ListField, string> { [ListField.Name] = "label" }, new ShopCurrency("€"));

        Assert.Equal("B", Assert.Single(list.Rows()).Facts.Name);
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
}
