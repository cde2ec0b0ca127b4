using FashionRecs.Application.Shop;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>Lets a caller ask again only whether the catalog has changed.</summary>
internal static class EntityTags
{
    /// <summary>Says which state of the catalog an answer is made of.</summary>
    /// <returns>Whether the caller has that state already; then there is nothing more to send.</returns>
    public static bool IsKnown(HttpContext context, CatalogSnapshot catalog)
    {
        var tag = new EntityTagHeaderValue($"\"c{catalog.Revision}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>The answer to somebody who has it already.</summary>
    public static IResult NotModified => Results.StatusCode(StatusCodes.Status304NotModified);
}
