using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Application.Tests.CatalogImport;

public sealed class CatalogImportListTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("name", 201)]
    [InlineData("name", 40_000)]
    [InlineData("description", 5_001)]
    public void Read_FieldLongerThanAPageCanShow_RefusesTheRowAlone(string column, int length)
    {
        var (name, description) = column == "name" ? (new string('x', length), "") : ("Dress", new string('x', length));
        File.WriteAllText(path, $"product,image,name,description\r\na,a.jpg,{name},{description}\r\nb,b.jpg,Coat,\r\n");

        var rows = CatalogImportList.Read(path, 10).ToArray();

        Assert.StartsWith($"the {column} is longer than", rows[0].Refused, StringComparison.Ordinal);
        Assert.Null(rows[1].Refused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void Read_RowOfMegabytes_StopsThereAndNamesTheLine(string quote)
    {
        File.WriteAllText(path, $"product,image,name\r\na,a.jpg,Dress\r\nb,b.jpg,{quote}{new string('x', 8_000_000)}\r\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => CatalogImportList.Read(path, 10, "list.csv").Count());

        Assert.Contains("list.csv, line", error.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
    }
}
