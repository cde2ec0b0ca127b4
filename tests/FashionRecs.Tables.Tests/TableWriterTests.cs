namespace FashionRecs.Tables.Tests;

public class TableWriterTests
{
    private static readonly string[] Awkward =
    [
        "", "a", "a,b", "say \"hi\"", "two\nlines", "two\r\nlines", " spaces ", "ä😀", "=1+1", "+1",
        "-1", "-1.5", "-1e-7", "-2+3", "-cmd", "@SUM(A1)", "\ttab", "\rreturn",
        "'", "''", "'=1", "''=1", "'-1.5", "'quoted'", "=cmd|' /C calc'!A0",
    ];

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("-1.5E-05", "-1.5E-05")]
    [InlineData("3", "3")]
    [InlineData("a=1", "a=1")]
    public void Row_Fields_AreQuotedAndNoFormulas(string field, string expected) =>
        Assert.Equal($"x,{expected}\r\n", TableWriter.Row("x", field));

    [Fact]
    public void Row_NothingAndEmpty_AreEmptyFields() => Assert.Equal(",\r\n", TableWriter.Row(null, ""));

    [Fact]
    public void Write_AnyFields_AreReadBackAsTheyWere()
    {
        using var stream = new MemoryStream();
        using (var writer = new TableWriter(stream, leaveOpen: true))
        {
            writer.Write("one", "two");
            foreach (var field in Awkward)
            {
                writer.Write(field, field + "!");
            }
        }

        stream.Position = 0;
        var rows = TableReader.Read(stream, "t.csv", "one", "two").Select(row => row.Fields).ToArray();

        Assert.Equal(Awkward.Select(field => new[] { field, field + "!" }), rows);
    }

    [Fact]
    public async Task WriteAsync_Text_IsTheSameAsWrite()
    {
        using var text = new StringWriter();
        await using (var writer = new TableWriter(text, leaveOpen: true))
        {
            await writer.WriteAsync(["a", "=b"]);
        }

        Assert.Equal("a,'=b\r\n", text.ToString());
        Assert.Equal(TableWriter.Row("a", "=b"), text.ToString());
    }

    [Fact]
    public void Write_RowOfAnotherLength_IsRefused()
    {
        using var writer = new TableWriter(new MemoryStream());
        writer.Write("a", "b");

        Assert.ThrowsAny<InvalidOperationException>(() => writer.Write("c"));
    }
}
