namespace FashionRecs.Web.Merchandising;

/// <summary>Sends bookmarks of pages that had another name to where the page is now, for good.</summary>
internal static class OldAddresses
{
    private static readonly (string Old, string New)[] Pages = [("intake", "import"), ("opinions", "annotations")];

    public static void MapOldAddresses(this IEndpointRouteBuilder routes)
    {
        foreach (var (old, now) in Pages)
        {
            var page = new PathString($"/merchandising/{now}");
            // Read without its escapes, so it is written with them again: a header takes no other letters.
            routes.MapGet($"/{old}/{{**rest}}", (HttpContext context, string? rest) => Results.Redirect(
                (string.IsNullOrEmpty(rest) ? page : page.Add($"/{rest}")).ToUriComponent() + context.Request.QueryString.ToUriComponent(),
                permanent: true));
        }
    }
}
