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
                $"/merchandising/{now}{Written(rest)}{context.Request.QueryString.ToUriComponent()}", permanent: true));
        }
    }

    /// <summary>
    /// What was read without its escapes, with them again: a header takes no other letters, and what looks like an escape is none.
    /// </summary>
    private static string Written(string? rest) =>
        string.IsNullOrEmpty(rest) ? "" : $"/{string.Join('/', rest.Split('/').Select(Uri.EscapeDataString))}";
}
