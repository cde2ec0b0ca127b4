using MiniExcelLibs;
using static FashionRecs.Application.Tests.CatalogImport.FieldCases.WorkbookParts;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class WorkbookFormsTests
{
    private static readonly string Header = Row(1, "product", "image", "name", "price");

    [Fact]
    public void Rows_TitleAboveTheHeadings_IsPassedOver()
    {
        var rows = Read(("List", Row(1, "Price list, autumn", "", "") + Row(2, "as of 4 March", "", "") + Row(4, "product", "image", "name")
            + Row(5, "A", "a.jpg", "Coat"), ["A1:C1"]));

        Assert.Equal([("A", "Coat", 5)], rows.Select(row => (row.Facts.Id, row.Facts.Name, row.Line)));
    }

    [Fact]
    public void Rows_MergedCells_AreMeantForAllOfThem()
    {
        var rows = Read(("List", Header + Row(2, "A", "a.jpg", "Coat", "5") + Row(3, "B", "b.jpg", "", "6")
            + Row(4, "C", "c.jpg", "Skirt", "7") + Row(5, "D", "d.jpg", "", "8"), ["C2:C3"]));

        Assert.Equal(["Coat", "Coat", "Skirt", null], rows.Select(row => row.Refused is null ? row.Facts.Name : null));
        Assert.Equal("the name is empty", rows[3].Refused);
    }

    [Fact]
    public void Rows_WholeSheetMerged_FitsInMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("Coat", Assert.Single(Read(("List", Header + Row(2, "A", "a.jpg", "Coat", "5"), ["A3:XFD1048576"]))).Facts.Name);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void Rows_FormulasAndFailedOnes_AreWhatTheSheetShows()
    {
        var rows = Read(("List", Header + Row(2, "A", "a.jpg", "Coat", "<f>4+1</f><v>5</v>")
            + """
            <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><v>b.jpg</v></c><c r="C3" t="str"><v>Skirt</v></c>
            <c r="D3" t="e"><v>#DIV/0!</v></c></row>
            """, []));

        Assert.Equal((null, 5m), (rows[0].Refused, rows[0].Facts.Price));
        Assert.Equal("the price is '#DIV/0!', a formula that failed in the spreadsheet", rows[1].Refused);
    }

    [Fact]
    public void Rows_SheetOfInstructionsFirst_IsPassedOver() =>
        Assert.Equal("A", Assert.Single(Read(("Read me", Row(1, "Fill in the next sheet"), []),
            ("Products", Header + Row(2, "A", "a.jpg", "Coat", "5"), []))).Facts.Id);

    [Fact]
    public void Rows_SeveralSheetsWithTheSameHeadings_AreOneList() =>
        Assert.Equal(["A", "B"], Read(("Women", Header + Row(2, "A", "a.jpg", "Coat", "5"), []),
            ("Choices", Row(1, "red") + Row(2, "blue"), []), ("Men", Header + Row(2, "B", "b.jpg", "Coat", "6"), []))
            .Select(row => row.Facts.Id));

    [Fact]
    public void Rows_HiddenSheet_IsPassedOver() =>
        Assert.Equal(["A"], Read((Hidden, Header + Row(2, "OLD", "old.jpg", "Old coat", "5"), []),
            ("List", Header + Row(2, "A", "a.jpg", "Coat", "5"), [])).Select(row => row.Facts.Id));

    [Fact]
    public void Rows_SeveralSheetsWithOtherHeadings_AreRefusedInsteadOfHalfRead()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(
            ("Women", Header + Row(2, "A", "a.jpg", "Coat", "5"), []),
            ("Men", Row(1, "sku", "image", "name") + Row(2, "B", "b.jpg", "Coat"), [])));

        Assert.Contains("'Women' and 'Men'", error.Message);
    }

    [Fact]
    public void Rows_DatesNumbersAndTruths_ReadAsTheSheetShowsThem()
    {
        var rows = ReadFile(
            file => MiniExcel.SaveAs(file, new[]
            {
                new Dictionary<string, object>
                {
                    ["product"] = new DateTime(2026, 3, 4), ["image"] = "a.jpg", ["name"] = true, ["price"] = 19.989999999999998,
                },
                new Dictionary<string, object> { ["product"] = 4006381333931d, ["image"] = "b.jpg", ["name"] = "x", ["price"] = 1299 },
                new Dictionary<string, object>
                {
                    ["product"] = 4006381333931123456d, ["image"] = "c.jpg", ["name"] = "y", ["price"] = 1e-7,
                },
            }),
            list => list.Rows().ToArray());

        Assert.Equal(["2026-03-04", "4006381333931", "4006381333931120000"], rows.Select(row => row.Facts.Id));
        Assert.Equal(("TRUE", 19.99m, 1299m), (rows[0].Facts.Name, rows[0].Facts.Price, rows[1].Facts.Price));
        Assert.Contains("more than two decimals", rows[2].Refused);
    }

    [Theory]
    [InlineData("list.xls", "product\timage\tname\nA\ta.jpg\tCoat\n")]
    [InlineData("list.xlsx", "product,image,name\nA,a.jpg,Coat\n")]
    public void Rows_TextThatIsCalledAWorkbook_IsRead(string name, string text) => Assert.Equal("A", ListedFile.Row(text, name).Facts.Id);

    [Theory]
    [InlineData("list.xlsx")]
    [InlineData("list.csv")]
    public void Rows_WorkbookWithAPassword_SaysSo(string name) => Assert.Contains("has a password",
        ListedFile.Refusal("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", name, System.Text.Encoding.Latin1));
}
