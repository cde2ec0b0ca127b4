using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Research;

/// <summary>Keeps experiments. Two researchers who change one at the same time do not overwrite each other.</summary>
public sealed class ExperimentStore(ShopDatabase database)
{
    /// <summary>All experiments by key, each with the revision that the next save must name.</summary>
    public Task<IReadOnlyList<(Experiment Experiment, long Revision)>> AllAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<(Experiment, long)>>(async context =>
        {
            var rows = await context.Experiments.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellation);
            return [.. rows.Select(row => (ExperimentDocuments.Read<Experiment>(row.Document), row.Revision))];
        }, cancellation);

    /// <summary>One experiment with the revision that the next save must name, or null.</summary>
    public Task<(Experiment Experiment, long Revision)?> FindAsync(string key, CancellationToken cancellation = default) =>
        database.RunAsync<(Experiment, long)?>(async context => await context.Experiments.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? (ExperimentDocuments.Read<Experiment>(row.Document), row.Revision)
            : null, cancellation);

    /// <summary>Saves an experiment and returns its new revision.</summary>
    /// <param name="revision">The revision that was read; 0 for a new experiment.</param>
    /// <exception cref="InvalidOperationException">Somebody else saved it meanwhile, or the key is taken.</exception>
    public Task<long> SaveAsync(Experiment experiment, long revision, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var (document, next) = (ExperimentDocuments.Write(experiment), revision + 1);
        var changed = revision == 0
            ? await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO Experiments ("Key", Revision, Document) VALUES ({experiment.Key}, {next}, {document}) ON CONFLICT ("Key") DO NOTHING""", cancellation)
            : await context.Experiments.Where(row => row.Key == experiment.Key && row.Revision == revision)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, next).SetProperty(row => row.Document, document), cancellation);
        return changed == 1 ? next : throw new InvalidOperationException(revision == 0
            ? $"There is already an experiment '{experiment.Key}'."
            : $"The experiment '{experiment.Key}' was changed by somebody else meanwhile; load it again.");
    }, cancellation);
}
