using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

/// <summary>A list of a test's own, read as a shop with prices in euros reads it.</summary>
internal static class ListedFile
{
    public static CatalogImportListRow[] Rows(string text, string name = "list.csv", Encoding? encoding = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
            var list = ProductList.Open(path, name, ListChoices.None, _ => null, new ShopCurrency("€"));
            return list.Trouble is { } trouble ? throw new InvalidDataException(trouble) : [.. list.Rows()];
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static CatalogImportListRow Row(string text, string name = "list.csv", Encoding? encoding = null) =>
        Assert.Single(Rows(text, name, encoding));

    public static string Refusal(string text, string name = "list.csv", Encoding? encoding = null) =>
        Assert.ThrowsAny<InvalidDataException>(() => Rows(text, name, encoding)).Message;
}
