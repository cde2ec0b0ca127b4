using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using FashionRecs.Web.Limits;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Accounts.SignIn;

/// <summary>
/// Slows guessing down without locking anybody out. Tries for an account are counted together, whether there is one or not; but a browser
/// in which its owner signed in before has a bucket of its own, which strangers cannot empty (OWASP, "Slow Down Online Guessing Attacks
/// with Device Cookies"). Thread-safe.
/// </summary>
public sealed class SignInTries : IDisposable
{
    private const string Cookie = "fashionrecs-device";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private readonly PartitionedRateLimiter<(string Key, bool Known)> limiter;
    private readonly IDataProtector protector;
    private readonly SecurityLog log;

    /// <summary>Begins with full buckets.</summary>
    public SignInTries(LimitOptions limits, IDataProtectionProvider protection, SecurityLog log)
    {
        this.log = log;
        protector = protection.CreateProtector("FashionRecs.Device.v1");
        limiter = PartitionedRateLimiter.Create<(string Key, bool Known), string>(whose => limits.Enabled
            ? RateLimitPartition.GetTokenBucketLimiter(whose.Key,
                _ => VisitorLimiter.Options(whose.Known ? limits.TriesOfKnownDevice : limits.TriesOfStrangers, 1))
            : RateLimitPartition.GetNoLimiter(whose.Key));
    }

    /// <summary>Whether one more try may be made; null, or in how many seconds.</summary>
    public int? Wait(string email, HttpContext context)
    {
        var account = Hash(email);
        var device = Device(context, account);
        using var lease = limiter.AttemptAcquire(device is null ? ($"{account} from anywhere", false) : ($"{account} from {device}", true));
        if (lease.IsAcquired)
        {
            return null;
        }

        log.Throttled("sign-in", ClientAddress.Of(context));
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
    }

    /// <summary>Notes in the browser that the account's owner signed in there.</summary>
    public void Know(string email, HttpContext context) => context.Response.Cookies.Append(
        HostCookies.NameOf(Cookie, context), protector.Protect($"{Hash(email)} {Guid.NewGuid():N}"), HostCookies.Options(context, Kept));

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private string? Device(HttpContext context, string account)
    {
        try
        {
            return context.Request.Cookies[HostCookies.NameOf(Cookie, context)] is { } cookie
                && protector.Unprotect(cookie).Split(' ') is [var owner, var device] && owner == account
                ? device
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Hash(string email) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())));
}
