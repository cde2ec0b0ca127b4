using FashionRecs.Application.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>Whether work behind the pages was given up. Shoppers go on; a person has to look at the list.</summary>
internal sealed class JobsCheck(IJobStore jobs) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await jobs.ListAsync(1, cancellationToken)).Failed.Count > 0
                ? HealthCheckResult.Degraded("Jobs were given up; /merchandising/jobs says which and why.")
                : HealthCheckResult.Healthy("No job was given up.");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Nobody knows how jobs fare while the database does not answer.");
        }
    }
}
