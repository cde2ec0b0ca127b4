namespace FashionRecs.Web.Merchandising;

/// <summary>Sends bookmarks of pages that had another name to where the page is now, for good.</summary>
internal static class OldAddresses
{
    private static readonly (string Old, string New)[] Pages = [("intake", "import"), ("opinions", "annotations")];

    public static void MapOldAddresses(this IEndpointRouteBuilder routes)
    {
        foreach (var (old, now) in Pages)
        {
            routes.MapGet($"/{old}/{{**rest}}", (HttpContext context, string? rest) => Results.Redirect(
                $"/merchandising/{now}{(string.IsNullOrEmpty(rest) ? "" : "/" + rest)}{context.Request.QueryString}", permanent: true));
        }
    }
}
