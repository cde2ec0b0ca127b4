using System.Text;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.Tests.CatalogImport.Lists;

/// <summary>Lists of a test's own, written to a folder of its own.</summary>
public abstract class OpenedList : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    static OpenedList() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The folder that lists are written to.</summary>
    private protected string Folder => folder;

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a list of text as a shop with prices in euros does.</summary>
    private protected ProductList Open(string text, string name = "list.csv") => Open(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Opens a list of bytes as a shop with prices in euros does.</summary>
    private protected ProductList Open(byte[] bytes, string name = "list.csv", ListChoices? choices = null) =>
        ProductList.Open(Write(bytes, name), name, choices ?? ListChoices.None, _ => null, new ShopCurrency("€"));

    /// <summary>Writes a list; returns its path.</summary>
    private protected string Write(byte[] bytes, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
