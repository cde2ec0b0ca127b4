namespace FashionRecs.Web.Api.Products;

/// <summary>Writes sizes as products keep them.</summary>
internal static class ProductSizes
{
    /// <summary>Sizes parted by a comma and a blank; null where none are said.</summary>
    public static string? Write(IReadOnlyList<string>? sizes) =>
        sizes is null ? null : string.Join(", ", sizes.Where(size => !string.IsNullOrWhiteSpace(size)).Select(size => size.Trim()));
}
