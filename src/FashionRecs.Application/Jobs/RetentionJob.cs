using FashionRecs.Application.Privacy;

namespace FashionRecs.Application.Jobs;

/// <summary>Removes each hour what is older than the shop keeps it.</summary>
public sealed class RetentionJob(Retention retention) : IJobKind
{
    private bool looked;

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Removing what is old";

    /// <inheritdoc/>
    public bool IsOfServer => true;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <summary>An hour after the start for the first time: a server that is just coming up has other things to do.</summary>
    public Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> due = looked ? [""] : [];
        looked = true;
        return Task.FromResult(due);
    }

    /// <inheritdoc/>
    public Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) => retention.RunAsync(cancellation);
}
