using System.Security.Cryptography;
using FashionRecs.Application.Research;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Research;

/// <inheritdoc/>
internal sealed class ExperimentStore(ShopDatabase database) : IExperimentStore, IDisposable
{
    private const int PseudonymKeyLength = 32;

    private readonly PreparedQuery<(int Count, long Revisions)> stamps = new(
        database, """SELECT COUNT(*), COALESCE(SUM("Revision"), 0) FROM "Experiments" """, row => (row.GetInt32(0), row.GetInt64(1)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<(Experiment Experiment, long Revision)>> AllAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<(Experiment, long)>>(async context =>
        {
            var rows = await context.Experiments.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellation);
            return [.. rows.Select(row => (ExperimentDocuments.Read<Experiment>(row.Document), row.Revision))];
        }, cancellation);

    /// <inheritdoc/>
    public Task<(Experiment Experiment, long Revision)?> FindAsync(string key, CancellationToken cancellation = default) =>
        database.RunAsync<(Experiment, long)?>(async context => await context.Experiments.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? (ExperimentDocuments.Read<Experiment>(row.Document), row.Revision)
            : null, cancellation);

    /// <inheritdoc/>
    public Task<long> SaveAsync(Experiment experiment, long revision, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var (document, next) = (ExperimentDocuments.Write(experiment), revision + 1);
            var changed = revision == 0
                ? await context.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO "Experiments" ("Key", "Revision", "Document") VALUES ({experiment.Key}, {next}, {document})
                     ON CONFLICT ("Key") DO NOTHING
                     """, cancellation)
                : await context.Experiments.Where(row => row.Key == experiment.Key && row.Revision == revision)
                    .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, next).SetProperty(row => row.Document, document),
                        cancellation);
            return changed == 1 ? next : throw new InvalidOperationException(revision == 0
                ? $"There is already an experiment '{experiment.Key}'."
                : $"The experiment '{experiment.Key}' was changed by somebody else meanwhile; load it again.");
        }, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> PseudonymKeyAsync(string key, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PseudonymKeyLength));
        // Of two that ask at once the first one's stays.
        await context.Experiments.Where(row => row.Key == key && row.PseudonymKey == null)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.PseudonymKey, secret), cancellation);
        return await context.Experiments.Where(row => row.Key == key).Select(row => row.PseudonymKey)
            .SingleOrDefaultAsync(cancellation) is { } kept
            ? Convert.FromHexString(kept)
            : throw new InvalidOperationException($"There is no experiment '{key}'.");
    }, cancellation);

    /// <inheritdoc/>
    public Task<(int Count, long Revisions)> StampAsync(CancellationToken cancellation = default) =>
        stamps.AskAsync(cancellation: cancellation);

    /// <inheritdoc/>
    public void Dispose() => stamps.Dispose();
}
