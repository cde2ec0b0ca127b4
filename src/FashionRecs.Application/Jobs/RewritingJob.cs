using FashionRecs.Application.Files;
using FashionRecs.Application.Privacy;

namespace FashionRecs.Application.Jobs;

/// <summary>Overwrites on the disk what people deleted, once for all who did since it last looked.</summary>
public sealed class RewritingJob(FileRewriting rewriting, RetentionOptions options) : IJobKind
{
    /// <inheritdoc/>
    public string Name => "rewriting";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Overwriting what was deleted";

    /// <inheritdoc/>
    public bool IsOfServer => true;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(options.RewritingMinutes);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) =>
        await rewriting.IsWantedAsync(cancellation) ? [""] : [];

    /// <inheritdoc/>
    public Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) => rewriting.RunAsync(cancellation);
}
