using System.Security.Claims;
using System.Threading.RateLimiting;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Shop.Shoppers;

namespace FashionRecs.Web.Limits;

/// <summary>Makes the limiter of all requests: by address, by shopper, and for circuits by how many are open.</summary>
internal static class VisitorLimiter
{
    /// <summary>The limiter; a request has to pass each part.</summary>
    public static PartitionedRateLimiter<HttpContext> Create(LimitOptions options) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => ByAddress(context, options)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => OfNewcomers(context, options)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => ByShopper(context, options)),
        Open(context => $"address {ClientAddress.Of(context)}", Times(options.CircuitsPerAddress, options)),
        Open(context => Known(context) is { } shopper ? $"shopper {shopper}" : null, options.CircuitsPerShopper),
        Open(_ => "all", options.Circuits));

    private static RateLimitPartition<string> ByAddress(HttpContext context, LimitOptions options) =>
        LimitedRequests.Of(context.Request) is var (name, rates)
        ? Bucket($"{name} of {ClientAddress.Of(context)}", rates(options).Address, options.AddressFactor)
        : RateLimitPartition.GetNoLimiter("");

    /// <summary>Whoever has no cookie yet and acts becomes a shopper of whom something is kept.</summary>
    private static RateLimitPartition<string> OfNewcomers(HttpContext context, LimitOptions options) =>
        HttpMethods.IsPost(context.Request.Method) && ShopperCookie.IsNew(context)
            && LimitedRequests.Of(context.Request) is ("clicks" or "shown", _)
            ? Bucket($"newcomers of {ClientAddress.Of(context)}", options.Newcomers.Address, options.AddressFactor)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> ByShopper(HttpContext context, LimitOptions options) =>
        LimitedRequests.Of(context.Request) is var (name, rates) && Known(context) is { } shopper
            ? Bucket($"{name} of {shopper}", rates(options).Shopper, 1)
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>The request that carries a circuit lasts as long as the circuit is connected.</summary>
    private static PartitionedRateLimiter<HttpContext> Open(Func<HttpContext, string?> of, int most) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
        context.Request.Path == CircuitConnections.Path && of(context) is { } whose
            ? RateLimitPartition.GetConcurrencyLimiter(whose, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));

    /// <summary>The shopper, where the shop knows them again; a new number with each request would be a limit for nobody.</summary>
    private static string? Known(HttpContext context) =>
        ShopperCookie.IsNew(context) ? null : context.User.FindFirstValue(ShopperCookie.Claim);

    private static RateLimitPartition<string> Bucket(string whose, Rate rate, double factor) =>
        RateLimitPartition.GetTokenBucketLimiter(whose, _ => Options(rate, factor));

    /// <summary>The framework's form of a rate: whole tokens in each period.</summary>
    internal static TokenBucketRateLimiterOptions Options(Rate rate, double factor)
    {
        var perSecond = rate.PerMinute * factor / 60;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = (int)Math.Min(int.MaxValue, rate.Burst * factor),
            TokensPerPeriod = (int)Math.Clamp(Math.Round(perSecond), 1, int.MaxValue),
            ReplenishmentPeriod = perSecond >= 1 ? TimeSpan.FromSeconds(Math.Round(perSecond) / perSecond)
                : TimeSpan.FromSeconds(1 / perSecond),
            QueueLimit = 0,
        };
    }

    private static int Times(int most, LimitOptions options) => (int)Math.Min(int.MaxValue, most * options.AddressFactor);
}
