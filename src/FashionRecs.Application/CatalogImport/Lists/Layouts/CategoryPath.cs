namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>Categories as shops export them: "Clothing > Dresses, Sale" or "Default Category/Women/Tops".</summary>
internal static class CategoryPath
{
    /// <summary>
    /// The narrowest category of the first path: what kind of garment it is. A number, which says nothing, becomes empty.
    /// </summary>
    public static string Last(string categories)
    {
        var first = categories.Split([',', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault() ?? "";
        var last = first.Split(['>', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return last.All(char.IsAsciiDigit) ? "" : last;
    }
}
