using FashionRecs.Application.Files;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>Whether the shop's folder can be written, and whether there is room in it.</summary>
internal sealed class DiskCheck(ShopFolder folder) : IHealthCheck
{
    /// <summary>Below it nothing more is taken in; room for some hundred pictures and what a database does meanwhile.</summary>
    private const long Least = 64L << 20;

    /// <summary>Below it somebody should make room.</summary>
    private const long Low = 1L << 30;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var probe = Path.Combine(folder.Root, $".{Guid.NewGuid():N}.probe");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }

            var free = new DriveInfo(folder.Root).AvailableFreeSpace;
            return Task.FromResult(free switch
            {
                < Least => HealthCheckResult.Unhealthy($"The disk of '{folder.Root}' is full: {free >> 20} MB are left."),
                < Low => HealthCheckResult.Degraded($"The disk of '{folder.Root}' is nearly full: {free >> 20} MB are left."),
                _ => HealthCheckResult.Healthy($"{free >> 30} GB are left in '{folder.Root}'."),
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(
                HealthCheckResult.Unhealthy($"The shop's folder '{folder.Root}' cannot be written: {exception.Message}"));
        }
    }
}
