using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>
/// <c>/health/live</c> says that the process answers: restart it where it does not. <c>/health/ready</c> says whether it can serve and why
/// not: send it no visitors meanwhile.
/// </summary>
public static class HealthRegistration
{
    /// <summary>What a balancer waits for at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<DiskCheck>("disk", timeout: Patience)
            .AddCheck<WeightsCheck>("weights", timeout: Patience)
            .AddCheck<JobsCheck>("jobs", timeout: Patience)
            .AddCheck<PicturesCheck>("pictures", timeout: Patience)
            .AddCheck<NodesCheck>("nodes", timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = Word(report.Status),
            checks = report.Entries.ToDictionary(entry => entry.Key,
                entry => new { status = Word(entry.Value.Status), reason = entry.Value.Description }),
        },
        JsonSerializerOptions.Web, context.RequestAborted);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}
