using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>How a list was read, in people's words.</summary>
public static class ListWords
{
    /// <summary>For example "Shopify product export, comma between columns, utf-8".</summary>
    public static string Of(ListDescription list) => string.Join(", ", new[]
    {
        list.Layout == "list" && list.Separator is null ? null : list.Layout,
        list.Separator is { } separator ? $"{Of(separator)} between columns" : list.Kind, list.Encoding,
    }.OfType<string>());

    /// <summary>A separator in words.</summary>
    public static string Of(char separator) => DelimitedFile.Words(separator);

    /// <summary>Separators to choose from, with the one in use.</summary>
    public static IEnumerable<char> Separators(char used) => DelimitedFile.Separators.Append(used).Distinct();

    /// <summary>Encodings to choose from, with the one in use.</summary>
    public static IEnumerable<string> Encodings(string used) => TextEncodings.Names.Append(used).Distinct(StringComparer.OrdinalIgnoreCase);
}
