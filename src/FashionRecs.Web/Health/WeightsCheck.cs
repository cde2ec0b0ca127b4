using FashionRecs.Application.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>
/// Whether the weights in use are there. Without them shoppers go on, but no new picture is read and none explained by a map.
/// </summary>
internal sealed class WeightsCheck(IModelStore models, ModelFiles files, IFollowingProjector projector) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await models.CurrentAsync(cancellationToken) switch
            {
                { Path: { } path } when await files.TryFindAsync(path, cancellationToken) is null =>
                    HealthCheckResult.Degraded($"The weights file '{path}' is gone; put it back or use other weights."),
                { } used when used.Fingerprint != projector.Fingerprint => HealthCheckResult.Degraded(
                    $"This server reads pictures with the weights {projector.Fingerprint}, but {used.Fingerprint} are in use; "
                        + "it follows within a second, unless it ships other weights than the server where they were chosen."),
                { } used => HealthCheckResult.Healthy($"The weights {used.Fingerprint} are in use."),
                null => HealthCheckResult.Healthy("The weights that ship are in use."),
            };
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Nobody knows which weights are in use while the database does not answer.");
        }
    }
}
