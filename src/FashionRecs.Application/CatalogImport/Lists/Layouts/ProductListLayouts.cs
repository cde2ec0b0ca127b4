namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>The layouts that are known.</summary>
public static class ProductListLayouts
{
    private static readonly IProductListLayout[] All =
    [
        .. typeof(IProductListLayout).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type != typeof(PlainLayout)
            && type.IsAssignableTo(typeof(IProductListLayout)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (IProductListLayout)Activator.CreateInstance(type)!),
    ];

    /// <summary>The layout of a list with these headings.</summary>
    public static IProductListLayout Of(IEnumerable<string> headings)
    {
        var plain = headings.Select(ListHeadings.Plain).ToHashSet(StringComparer.Ordinal);
        return Array.Find(All, layout => layout.Recognizes(plain)) ?? new PlainLayout();
    }
}
