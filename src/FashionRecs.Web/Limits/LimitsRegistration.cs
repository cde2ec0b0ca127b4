using System.Globalization;
using System.Threading.RateLimiting;
using FashionRecs.Application.Settings;
using Microsoft.AspNetCore.RateLimiting;

namespace FashionRecs.Web.Limits;

/// <summary>Registers how much of the shop one visitor may take.</summary>
public static class LimitsRegistration
{
    /// <summary>What to wait where the limiter cannot say, as with circuits that are open.</summary>
    private const int UsualWait = 5;

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSettings<LimitOptions>("Limits");
        services.AddOptions<RateLimiterOptions>().Configure<LimitOptions>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RefuseAsync;
            if (options.Enabled)
            {
                limiter.GlobalLimiter = VisitorLimiter.Create(options);
            }
        });
        return services.AddRateLimiter(_ => { });
    }

    /// <summary>After shoppers are recognised.</summary>
    public static void UseLimits(this WebApplication app) => app.UseRateLimiter();

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellation)
    {
        var context = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))
            : UsualWait;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (LimitedRequests.Of(context.Request) is ({ } name, _) && name is "sign-in" or "sign-up" or "own data")
        {
            context.RequestServices.GetRequiredService<SecurityLog>().Throttled(name, ClientAddress.Of(context));
        }

        // Pages say it in the shop's frame.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync($"That was a lot at once. Please try again in {wait} {(wait == 1 ? "second" : "seconds")}.",
                cancellation);
        }
    }
}
