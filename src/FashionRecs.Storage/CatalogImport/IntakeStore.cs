using FashionRecs.Domain.Attributes;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <inheritdoc/>
internal sealed class IntakeStore(ShopDatabase database, AttributeVocabulary vocabulary, TimeProvider time) : IIntakeStore
{
    private readonly IntakeItemText texts = new(vocabulary);

    /// <inheritdoc/>
    public Task<Guid> BeginAsync(string name, string person, IntakeState state = IntakeState.Open,
        CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            var row = new IntakeRow { Id = Guid.NewGuid(), Name = name[..Math.Min(name.Length, 200)], Person = person,
                State = state.ToString(), AtMilliseconds = Now };
            context.Add(row);
            await context.SaveChangesAsync(cancellation);
            return row.Id;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IntakeSummary>> AllAsync(int most = 50, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<IntakeSummary>>(async context =>
        {
            var rows = await context.Set<IntakeRow>().AsNoTracking().OrderByDescending(row => row.AtMilliseconds).Take(most)
                .ToListAsync(cancellation);
            var result = new List<IntakeSummary>();
            foreach (var row in rows)
            {
                result.Add(await SummaryAsync(context, row, cancellation));
            }

            return result;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IntakeSummary?> NextAsync(CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<IntakeRow>().AsNoTracking()
            .Where(row => (row.State == nameof(IntakeState.Reading) || row.State == nameof(IntakeState.Running))
                && row.Person != IIntakeStore.CommandLine)
            .OrderBy(row => row.AtMilliseconds).FirstOrDefaultAsync(cancellation) is { } row
                ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<IntakeSummary?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<IntakeRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<IntakeState?> StateAsync(Guid id, CancellationToken cancellation = default) =>
        database.RunAsync<IntakeState?>(async context =>
            await context.Set<IntakeRow>().Where(row => row.Id == id).Select(row => row.State)
                .SingleOrDefaultAsync(cancellation) is { } name
                ? Enum.Parse<IntakeState>(name)
                : null, cancellation);

    /// <inheritdoc/>
    public Task<bool> MoveAsync(Guid id, IntakeState to, IReadOnlyList<IntakeState> from, string? trouble = null,
        CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            string[] names = [.. from.Select(state => state.ToString())];
            long? ended = to.IsOver() ? Now : null;
            return await context.Set<IntakeRow>().Where(row => row.Id == id && names.Contains(row.State)).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.State, to.ToString()).SetProperty(row => row.Trouble, trouble)
                    .SetProperty(row => row.EndedMilliseconds, ended), cancellation) == 1;
        }, cancellation);

    /// <inheritdoc/>
    public Task SetContentAsync(Guid id, string content, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<IntakeRow>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Content, content), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IntakeSummary?> TwinAsync(Guid id, string content, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var row = await context.Set<IntakeRow>().AsNoTracking()
                .Where(other => other.Id != id && other.Content == content && other.State != nameof(IntakeState.Cancelled)
                && other.State != nameof(IntakeState.Refused))
                .OrderByDescending(other => other.AtMilliseconds).FirstOrDefaultAsync(cancellation);
            return row is null ? null : await SummaryAsync(context, row, cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task ClearItemsAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<IntakeItemRow>().Where(item => item.IntakeId == id).ExecuteDeleteAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public Task AddItemsAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            context.AddRange(items.Select(texts.Write));
            return await context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IntakeItem>> ItemsAsync(
        Guid id, IntakeOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default) =>
            database.RunAsync(context =>
    {
        var name = outcome?.ToString();
        return ReadAsync(context.Set<IntakeItemRow>().Where(item => item.IntakeId == id && (name == null || item.Outcome == name)), skip,
            take, cancellation);
    }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IntakeItem>> UnreadAsync(Guid id, string fingerprint, int most, CancellationToken cancellation = default) =>
        database.RunAsync(
        context => ReadAsync(
            context.Set<IntakeItemRow>().Where(
                item => item.IntakeId == id && (item.Outcome == nameof(IntakeOutcome.New) || item.Outcome == nameof(IntakeOutcome.Changed))
                    && item.Fingerprint != fingerprint),
            0, most, cancellation), cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        context.UpdateRange(items.Select(texts.Write));
        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<IReadOnlyList<IntakeItem>> ReadAsync(IQueryable<IntakeItemRow> rows, int skip, int take,
        CancellationToken cancellation) =>
        [.. (await rows.AsNoTracking().OrderBy(item => item.Position).Skip(skip).Take(take).ToListAsync(cancellation)).Select(texts.Read)];

    private static async Task<IntakeSummary> SummaryAsync(FashionRecsContext context, IntakeRow row, CancellationToken cancellation)
    {
        var items = context.Set<IntakeItemRow>().Where(item => item.IntakeId == row.Id);
        var counts = await items.GroupBy(item => item.Outcome).Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        var read = await items.CountAsync(item => item.Tags != null && item.Outcome != nameof(IntakeOutcome.Refused), cancellation);
        return new IntakeSummary(
            row.Id, row.Name, row.Person, Enum.Parse<IntakeState>(row.State), row.Trouble,
            DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
            counts.ToDictionary(pair => Enum.Parse<IntakeOutcome>(pair.Key), pair => pair.Count), read, row.Content);
    }
}
