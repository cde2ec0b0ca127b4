namespace FashionRecs.Web.Limits;

/// <summary>
/// Refuses addresses that no page of the shop makes. A page repeats what it was asked for in each of its links, so that an address with
/// hundreds of filters would be answered with megabytes.
/// </summary>
public static class AddressLimits
{
    /// <summary>Longest query, in characters; the longest that a page makes of 20 filters is about 800.</summary>
    public const int LongestQuery = 2_048;

    /// <summary>Most parts of a query.</summary>
    public const int MostParts = 60;

    public static void UseAddressLimits(this WebApplication app) => app.Use((context, next) =>
    {
        var query = context.Request.QueryString.Value ?? "";
        // A circuit's address carries the connection's token.
        if (query.Length > LongestQuery || query.AsSpan().Count('&') >= MostParts)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
