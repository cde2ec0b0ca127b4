using System.Text;
using FashionRecs.Tests;

namespace FashionRecs.Tables.Tests;

public class TableReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("\uFEFFa,b\n\n1,2\n\n")]
    [InlineData("b,c,a\n2,x,1\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n")]
    public void Read_AnyLineEndOrderAndFurtherColumns_GivesTheNamedColumns(string text) =>
        Assert.Equal([["1", "2"]], Read(text, "a", "b").Select(row => row.Fields));

    [Fact]
    public void Read_QuotedFields_HoldCommasQuotesAndLineBreaksAndTheNextLineIsCountedOn()
    {
        var rows = Read("a,b\n\"x,\"\"y\"\"\nz\",1\n\nlast,2\n", "a", "b");

        Assert.Equal([(2, "x,\"y\"\nz"), (5, "last")], rows.Select(row => (row.Line, row.Fields[0])));
    }

    [Theory]
    [InlineData("", "t.csv is empty; it needs a header with a, b.")]
    [InlineData("a,c\n1,2\n", "t.csv has no column 'b'; its columns are a, c.")]
    [InlineData("a,b,c\n1,2,3\n\n1\n", "t.csv, line 4: 1 fields, but the header has 3.")]
    [InlineData("a,b\n1,2\n1,\"2\n3,4\n", "t.csv, line 3: a quoted field has no end.")]
    public void Read_NoSuchTable_SaysWhatAndWhere(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text, "a", "b")).Message);

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        using var folder = new TemporaryFolder();

        var path = folder.File("no.csv");

        Assert.Equal($"There is no file {path}.", Assert.Throws<FileNotFoundException>(() => TableReader.Read(path, "a")).Message);
    }

    [Fact]
    public void Read_File_GivesItsRows()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal([(2, "ä")], TableReader.Read(folder.Write("t.csv", "a\nä\n"), "a").Select(row => (row.Line, row.Fields[0])));
    }

    [Fact]
    public void ReadWithoutHeader_RowsOfAnyLength_GivesAllFields()
    {
        var rows = TableReader.ReadWithoutHeader(new StringReader("a,b,c\r\n\r\nd\n"), "t.csv").ToArray();

        Assert.Equal([(1, "a b c"), (3, "d")], rows.Select(row => (row.Line, string.Join(' ', row.Fields))));
    }

    private static List<(int Line, string[] Fields)> Read(string text, params string[] columns) =>
        [.. TableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", columns)];
}
