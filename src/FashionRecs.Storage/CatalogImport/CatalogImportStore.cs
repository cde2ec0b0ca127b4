using FashionRecs.Domain.Attributes;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Jobs;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <inheritdoc/>
internal sealed class CatalogImportStore(ShopDatabase database, AttributeVocabulary vocabulary, JobQueue jobs, TimeProvider time)
    : ICatalogImportStore
{
    private readonly CatalogImportItemText texts = new(vocabulary);

    /// <inheritdoc/>
    public Task<Guid> BeginAsync(string name, string person, CatalogImportState state = CatalogImportState.Open,
        CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            var row = new CatalogImportRow { Id = Guid.NewGuid(), Name = name[..Math.Min(name.Length, 200)], Person = person,
                State = state.ToString(), AtMilliseconds = Now };
            context.Add(row);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await context.SaveChangesAsync(cancellation);
            await AskAsync(context, row.Id, state, cancellation);
            await transaction.CommitAsync(cancellation);
            return row.Id;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogImportSummary>> AllAsync(int most = 50, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<CatalogImportSummary>>(async context =>
        {
            var rows = await context.Set<CatalogImportRow>().AsNoTracking().OrderByDescending(row => row.AtMilliseconds).Take(most)
                .ToListAsync(cancellation);
            var result = new List<CatalogImportSummary>();
            foreach (var row in rows)
            {
                result.Add(await SummaryAsync(context, row, cancellation));
            }

            return result;
        }, cancellation);

    /// <inheritdoc/>
    public Task<CatalogImportSummary?> NextAsync(Guid worker, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        await Free(context, worker).AsNoTracking()
            .Where(row => (row.State == nameof(CatalogImportState.Reading) || row.State == nameof(CatalogImportState.Running))
                && row.Person != ICatalogImportStore.CommandLine)
            .OrderBy(row => row.AtMilliseconds).FirstOrDefaultAsync(cancellation) is { } row
                ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<bool> HoldAsync(Guid id, Guid worker, TimeSpan time, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var until = Now + (long)time.TotalMilliseconds;
            return await Free(context, worker).Where(row => row.Id == id).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Worker, worker).SetProperty(row => row.HeldUntilMilliseconds, until),
                cancellation) == 1;
        }, cancellation);

    /// <inheritdoc/>
    public Task LetGoAsync(Guid id, Guid worker, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<CatalogImportRow>().Where(row => row.Id == id && row.Worker == worker)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Worker, (Guid?)null), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<(int Count, long Last)> ArrivalStampAsync(CancellationToken cancellation = default) =>
        database.RunAsync(context => ArrivalStamp.OfAsync(context, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<Arrivals> ArrivalsAsync(CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var stamp = await ArrivalStamp.OfAsync(context, cancellation);
        var rows = await ArrivalStamp.Done(context).Join(
            context.Set<CatalogImportItemRow>().Where(item => item.ProductId != null
                && (item.Outcome == nameof(CatalogImportOutcome.New) || item.Outcome == nameof(CatalogImportOutcome.Changed))),
            import => import.Id, item => item.ImportId,
            (import, item) => new { import.Id, import.EndedMilliseconds, item.ProductId }).ToListAsync(cancellation);
        var done = await ArrivalStamp.Done(context).Select(row => new { row.Id, row.Name, row.EndedMilliseconds })
            .ToListAsync(cancellation);
        return new Arrivals(stamp, rows.GroupBy(row => row.ProductId!, StringComparer.Ordinal).ToDictionary(
            group => group.Key, IReadOnlyList<Arrival> (group) => [.. group.OrderByDescending(row => row.EndedMilliseconds)
                .Select(row => new Arrival(row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.EndedMilliseconds ?? 0)))],
            StringComparer.Ordinal))
        {
            Imports = [.. done.OrderByDescending(row => row.EndedMilliseconds).Select(row => new FinishedImport(
                row.Id, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.EndedMilliseconds ?? 0)))],
        };
    }, cancellation);

    /// <inheritdoc/>
    public Task<CatalogImportSummary?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<CatalogImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<CatalogImportState?> StateAsync(Guid id, CancellationToken cancellation = default) =>
        database.RunAsync<CatalogImportState?>(async context =>
            await context.Set<CatalogImportRow>().Where(row => row.Id == id).Select(row => row.State)
                .SingleOrDefaultAsync(cancellation) is { } name
                ? Enum.Parse<CatalogImportState>(name)
                : null, cancellation);

    /// <inheritdoc/>
    public Task<bool> MoveAsync(Guid id, CatalogImportState to, IReadOnlyList<CatalogImportState> from, string? trouble = null,
        CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            string[] names = [.. from.Select(state => state.ToString())];
            long? ended = to.IsOver() ? Now : null;
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var moved = await context.Set<CatalogImportRow>().Where(row => row.Id == id && names.Contains(row.State)).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.State, to.ToString()).SetProperty(row => row.Trouble, trouble)
                    .SetProperty(row => row.EndedMilliseconds, ended), cancellation) == 1;
            if (moved)
            {
                await AskAsync(context, id, to, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return moved;
        }, cancellation);

    /// <inheritdoc/>
    public Task SetContentAsync(Guid id, string content, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<CatalogImportRow>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Content, content), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<CatalogImportSummary?> TwinAsync(Guid id, string content, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var row = await context.Set<CatalogImportRow>().AsNoTracking()
                .Where(other => other.Id != id && other.Content == content && other.State != nameof(CatalogImportState.Cancelled)
                && other.State != nameof(CatalogImportState.Refused) && other.State != nameof(CatalogImportState.TakenBack))
                .OrderByDescending(other => other.AtMilliseconds).FirstOrDefaultAsync(cancellation);
            return row is null ? null : await SummaryAsync(context, row, cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task ClearItemsAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<CatalogImportItemRow>().Where(item => item.ImportId == id).ExecuteDeleteAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public Task AddItemsAsync(IReadOnlyList<CatalogImportItem> items, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            context.AddRange(items.Select(texts.Write));
            return await context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogImportItem>> ItemsAsync(
        Guid id, CatalogImportOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default) =>
            database.RunAsync(context =>
    {
        var name = outcome?.ToString();
        return ReadAsync(context.Set<CatalogImportItemRow>().Where(item => item.ImportId == id && (name == null || item.Outcome == name)),
            skip,
            take, cancellation);
    }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogImportItem>> UnreadAsync(Guid id, string fingerprint, int most,
        CancellationToken cancellation = default) =>
        database.RunAsync(
        context => ReadAsync(
            context.Set<CatalogImportItemRow>().Where(
                item => item.ImportId == id
                    && (item.Outcome == nameof(CatalogImportOutcome.New) || item.Outcome == nameof(CatalogImportOutcome.Changed))
                    && item.Fingerprint != fingerprint),
            0, most, cancellation), cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<CatalogImportItem> items, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            context.UpdateRange(items.Select(texts.Write));
            return await context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <summary>Asks for an import to be carried on, where it can go on by itself; a command line carries its own on.</summary>
    private async Task AskAsync(FashionRecsContext context, Guid id, CatalogImportState state, CancellationToken cancellation)
    {
        if (state is CatalogImportState.Reading or CatalogImportState.Running && await context.Set<CatalogImportRow>()
            .AnyAsync(row => row.Id == id && row.Person != ICatalogImportStore.CommandLine, cancellation))
        {
            await jobs.AskAsync(context, CatalogImportJob.Of(id), anew: true, cancellation);
        }
    }

    /// <summary>Imports that nobody else holds.</summary>
    private IQueryable<CatalogImportRow> Free(FashionRecsContext context, Guid worker)
    {
        var now = Now;
        return context.Set<CatalogImportRow>().Where(row => row.Worker == null || row.Worker == worker || row.HeldUntilMilliseconds < now);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<IReadOnlyList<CatalogImportItem>> ReadAsync(IQueryable<CatalogImportItemRow> rows, int skip, int take,
        CancellationToken cancellation) =>
        [.. (await rows.AsNoTracking().OrderBy(item => item.Reason == null).ThenBy(item => item.Position).Skip(skip).Take(take)
            .ToListAsync(cancellation)).Select(texts.Read)];

    private static async Task<CatalogImportSummary> SummaryAsync(FashionRecsContext context, CatalogImportRow row,
        CancellationToken cancellation)
    {
        var items = context.Set<CatalogImportItemRow>().Where(item => item.ImportId == row.Id);
        var counts = await items.GroupBy(item => item.Outcome).Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        var read = await items.CountAsync(item => item.Tags != null && item.Outcome != nameof(CatalogImportOutcome.Refused), cancellation);
        return new CatalogImportSummary(
            row.Id, row.Name, row.Person, Enum.Parse<CatalogImportState>(row.State), row.Trouble,
            DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
            counts.ToDictionary(pair => Enum.Parse<CatalogImportOutcome>(pair.Key), pair => pair.Count), read, row.Content);
    }
}
