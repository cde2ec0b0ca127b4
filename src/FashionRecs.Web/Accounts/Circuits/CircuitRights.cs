using System.Threading.RateLimiting;
using FashionRecs.Web.Limits;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FashionRecs.Web.Accounts.Circuits;

/// <summary>
/// Checks the user's right before each act in a circuit, on whatever page: a click, a key, a call from the browser, a change of address;
/// and bounds how many there are.
/// </summary>
internal sealed class CircuitRights(CircuitUsers users, LimitOptions limits) : CircuitHandler, IDisposable
{
    /// <summary>Acts that may wait; what comes beyond is no person.</summary>
    private const int MostWaiting = 200;

    private readonly TokenBucketRateLimiter acts = new(Bucket(limits));
    private readonly CircuitTurns turns = new(MostWaiting);

    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        users.Watch();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => activity => turns.RunAsync(IsAllowedAsync, () => next(activity));

    /// <inheritdoc/>
    public void Dispose() => acts.Dispose();

    private async Task<bool> IsAllowedAsync()
    {
        using var lease = await acts.AcquireAsync();
        return lease.IsAcquired && await users.CheckAsync();
    }

    private static TokenBucketRateLimiterOptions Bucket(LimitOptions limits)
    {
        var bucket = VisitorLimiter.Options(limits.Acts, limits.Enabled ? 1 : 10_000);
        bucket.QueueLimit = 1; // Turns let one ask at a time.
        return bucket;
    }
}
