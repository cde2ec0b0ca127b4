namespace FashionRecs.Web.Accounts.Circuits;

/// <summary>Stands before the connections of circuits: keeps other sites' pages out, and knows whose are open.</summary>
public static class CircuitConnections
{
    /// <summary>Where circuits connect.</summary>
    public const string Path = "/_blazor";

    /// <summary>After authentication.</summary>
    public static void UseCircuitConnections(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Path),
        circuits => circuits.Use(async (context, next) =>
        {
            // A WebSocket asks no other site's browser for permission (RFC 6455, section 10.2), and SameSite keeps no neighbour under the
            // same domain out.
            if (context.Request.Headers.Origin is [var origin, ..] && origin != $"{context.Request.Scheme}://{context.Request.Host}")
            {
                context.RequestServices.GetRequiredService<SecurityLog>().ForeignOrigin(Path);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            await context.RequestServices.GetRequiredService<OpenConnections>().RunAsync(context, next);
        }));
}
