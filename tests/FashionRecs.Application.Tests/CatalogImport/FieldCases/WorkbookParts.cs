using System.IO.Compression;
using System.Security;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

/// <summary>A workbook (.xlsx) of its parts, as offices write it, and what the shop reads of it.</summary>
internal static class WorkbookParts
{
    /// <summary>Name of a sheet that is hidden.</summary>
    public const string Hidden = "Hidden";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>A row of cells with text; an empty one is there without a value, as in merged cells.</summary>
    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) =>
        Cell($"{(char)('A' + at)}{number}", cell)))}</row>";

    /// <summary>A cell with text; what begins with "&lt;" is taken as it is.</summary>
    private static string Cell(string place, string text) => text switch
    {
        "" => $"<c r=\"{place}\"/>",
        ['<', ..] => $"<c r=\"{place}\">{text}</c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
    };

    /// <summary>The rows that the shop reads of a workbook.</summary>
    /// <param name="sheets">Names, rows, and ranges of merged cells.</param>
    public static CatalogImportListRow[] Read(params (string Name, string Rows, string[] Merged)[] sheets) =>
        ReadFile(file => Write(file, sheets), list => list.Rows().ToArray());

    /// <summary>What the shop makes of a list.</summary>
    public static T ReadFile<T>(Action<Stream> write, Func<ProductList, T> read)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            {
                write(file);
            }

            return read(ProductList.Open(path, "list.xlsx", ListChoices.None, _ => null, new ShopCurrency("€")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes a workbook.</summary>
    public static void Write(Stream stream, params (string Name, string Rows, string[] Merged)[] sheets)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        void Add(string name, string text)
        {
            using var part = new StreamWriter(archive.CreateEntry(name).Open());
            part.Write(text);
        }

        string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets.Length).Select(part));
        Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
            + $"<Relationship Id=\"r1\" Type=\"{Document}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Document}\"><sheets>"
            + Each(number => $"<sheet name=\"{sheets[number - 1].Name}\" sheetId=\"{number}\" r:id=\"r{number}\""
                + (sheets[number - 1].Name == Hidden ? " state=\"hidden\"/>" : "/>"))
            + "</sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
            + Each(number => $"<Relationship Id=\"r{number}\" Type=\"{Document}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")
            + "</Relationships>");
        for (var number = 1; number <= sheets.Length; number++)
        {
            var (_, rows, merged) = sheets[number - 1];
            Add($"xl/worksheets/sheet{number}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>"
                + $"<mergeCells>{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells></worksheet>");
        }
    }
}
