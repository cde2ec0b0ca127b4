using FashionRecs.Application.Nodes;
using FashionRecs.Application.Notices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FashionRecs.Web.Health;

/// <summary>
/// Whether the shop's servers run the same and hear of each other. Shoppers go on either way: while an update goes from server to server,
/// two versions serve side by side.
/// </summary>
internal sealed class NodesCheck(NodeRoster nodes, INotices notices) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (own, others) = (nodes.Own, nodes.Others);
        string[] troubles =
        [
            .. notices.IsListening ? [] : new[]
            {
                "This server does not hear of changes at once, since its connection that listens is lost; it is opened again each second.",
            },
            .. others.Select(other => Compare(own, other)).OfType<string>(),
        ];
        return Task.FromResult(troubles.Length > 0 ? HealthCheckResult.Degraded(string.Join(' ', troubles))
            : HealthCheckResult.Healthy(others.Count switch
            {
                0 => "No other server was heard of.",
                1 => "One other server runs the same.",
                var count => $"{count} other servers run the same.",
            }));
    }

    private static string? Compare(NodeState own, NodeState other) =>
        own.Version != other.Version
            ? $"This server runs version {own.Version}, but {other.Name} runs {other.Version}; bring both to one version."
        : own.Vocabulary != other.Vocabulary
            ? $"This server uses the vocabulary {own.Vocabulary}, but {other.Name} uses {other.Vocabulary}; give both the same file."
        : own.Weights != other.Weights
            ? $"This server reads pictures with the weights {own.Weights}, but {other.Name} with {other.Weights}; give both the same files."
        : null;
}
