using System.Globalization;
using System.Threading.RateLimiting;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Limits;
using Microsoft.AspNetCore.Authentication;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>
/// Stands before every address of the API: asks for a key and its scope, counts requests per key, and turns whatever goes wrong into
/// problem details. An address that names no scope is open to nobody.
/// </summary>
internal sealed partial class ApiGate(ApiOptions options, LimitOptions limits, ILogger<ApiGate> logger) : IMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<string> keys = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => VisitorLimiter.Options(options.PerKey, 1)));

    private readonly PartitionedRateLimiter<string> strangers = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => VisitorLimiter.Options(options.Strangers, limits.AddressFactor)));

    /// <inheritdoc/>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (await AdmitAsync(context))
            {
                await next(context);
                if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
                {
                    await ApiProblems.WriteAsync(context, context.Response.StatusCode, ApiProblems.Usual(context.Response.StatusCode));
                }
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await TellAsync(context, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        keys.Dispose();
        strangers.Dispose();
    }

    private async Task<bool> AdmitAsync(HttpContext context)
    {
        if (!(await context.AuthenticateAsync(ApiKeyHandler.Scheme)).Succeeded)
        {
            if (!await IsWithinAsync(context, strangers, ClientAddress.Of(context)))
            {
                return false;
            }

            await context.ChallengeAsync(ApiKeyHandler.Scheme);
            return false;
        }

        var caller = ApiCaller.Of(context);
        // Everybody may know a publishable key, so that each address has its own share: nobody can use it up for the others.
        var whose = caller.Key.Kind == ApiKeyKind.Publishable ? $"{caller.Key.Id} {ClientAddress.Of(context)}" : caller.Key.Id;
        if (!await IsWithinAsync(context, keys, whose))
        {
            return false;
        }

        if (context.GetEndpoint() is not { } endpoint)
        {
            return true;
        }

        var scope = endpoint.Metadata.GetMetadata<RequiredScope>();
        // The router's own answer to a wrong method has no scope either, and tells nothing.
        if (scope is null && endpoint.Metadata.GetMetadata<ApiEndpointMark>() is null)
        {
            return true;
        }

        if (scope is null || !caller.Key.Scopes.Contains(scope.Name))
        {
            await ApiProblems.WriteAsync(context, StatusCodes.Status403Forbidden,
                $"This key lacks the scope {scope?.Name}; make one that has it at /administration/keys.");
            return false;
        }

        if (caller.Key.Kind == ApiKeyKind.Publishable && !scope.ForShoppers)
        {
            await ApiProblems.WriteAsync(context, StatusCodes.Status403Forbidden,
                "A publishable key may do only what a shopper may; this needs a server key.");
            return false;
        }

        return true;
    }

    private async Task<bool> IsWithinAsync(HttpContext context, PartitionedRateLimiter<string> limiter, string whose)
    {
        if (!limits.Enabled)
        {
            return true;
        }

        using var lease = limiter.AttemptAcquire(whose);
        if (lease.IsAcquired)
        {
            return true;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ApiProblems.WriteAsync(context, StatusCodes.Status429TooManyRequests, $"That was a lot at once; try again in {wait} s.");
        return false;
    }

    private async Task TellAsync(HttpContext context, Exception exception)
    {
        var (status, detail) = exception switch
        {
            ApiRefusedException refused => (refused.Status, refused.Message),
            BadHttpRequestException bad => (bad.StatusCode, ApiProblems.Usual(bad.StatusCode)),
            TimeoutException busy => (StatusCodes.Status503ServiceUnavailable, busy.Message),
            IOException => (StatusCodes.Status503ServiceUnavailable, ApiProblems.Usual(StatusCodes.Status503ServiceUnavailable)),
            // The rules of the shop say what is wrong in words of their own, made for people.
            InvalidDataException told => (StatusCodes.Status400BadRequest, told.Message),
            _ => (StatusCodes.Status500InternalServerError, ApiProblems.Usual(StatusCodes.Status500InternalServerError)),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Failed(logger, context.Request.Method, context.Request.Path, exception);
        }

        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        await ApiProblems.WriteAsync(context, status, detail);
    }

    [LoggerMessage(LogLevel.Error, "The API failed at {Method} {Path}")]
    private static partial void Failed(ILogger logger, string method, string path, Exception exception);
}
