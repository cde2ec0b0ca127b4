using FashionRecs.Application.CatalogImport;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <summary>Keeps intakes and their items. Safe to share between threads and processes.</summary>
public sealed class IntakeStore(ShopDatabase database, TimeProvider time)
{
    /// <summary>Who intakes from the command line belong to.</summary>
    public const string CommandLine = "command line";

    /// <summary>Begins an intake.</summary>
    /// <param name="name">What people recognise it by.</param>
    /// <param name="person">Who.</param>
    /// <param name="state">Where it begins.</param>
    /// <param name="cancellation">Stops before it is kept.</param>
    public Task<Guid> BeginAsync(string name, string person, IntakeState state = IntakeState.Open, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var row = new IntakeRow { Id = Guid.NewGuid(), Name = name[..Math.Min(name.Length, 200)], Person = person, State = state.ToString(), AtMilliseconds = Now };
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        return row.Id;
    }, cancellation);

    /// <summary>All intakes, newest first.</summary>
    public Task<IReadOnlyList<IntakeSummary>> AllAsync(int most = 50, CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<IntakeSummary>>(async context =>
    {
        var rows = await context.Set<IntakeRow>().AsNoTracking().OrderByDescending(row => row.AtMilliseconds).Take(most).ToListAsync(cancellation);
        var result = new List<IntakeSummary>();
        foreach (var row in rows)
        {
            result.Add(await SummaryAsync(context, row, cancellation));
        }

        return result;
    }, cancellation);

    /// <summary>The oldest intake that a server should carry on, or null; a command line carries its own on.</summary>
    public Task<IntakeSummary?> NextAsync(CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<IntakeRow>().AsNoTracking()
            .Where(row => (row.State == nameof(IntakeState.Reading) || row.State == nameof(IntakeState.Running)) && row.Person != CommandLine)
            .OrderBy(row => row.AtMilliseconds).FirstOrDefaultAsync(cancellation) is { } row ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <summary>One intake, or null.</summary>
    public Task<IntakeSummary?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<IntakeRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? await SummaryAsync(context, row, cancellation) : null, cancellation);

    /// <summary>The state alone, which is asked often while one runs and before each of its files; null where there is no such intake.</summary>
    public Task<IntakeState?> StateAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync<IntakeState?>(async context =>
        await context.Set<IntakeRow>().Where(row => row.Id == id).Select(row => row.State).SingleOrDefaultAsync(cancellation) is { } name ? Enum.Parse<IntakeState>(name) : null, cancellation);

    /// <summary>Moves an intake on, if it is in one of the states it can be moved from. Returns whether it was.</summary>
    public Task<bool> MoveAsync(Guid id, IntakeState to, IReadOnlyList<IntakeState> from, string? trouble = null, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        string[] names = [.. from.Select(state => state.ToString())];
        long? ended = to.IsOver() ? Now : null;
        return await context.Set<IntakeRow>().Where(row => row.Id == id && names.Contains(row.State)).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.State, to.ToString()).SetProperty(row => row.Trouble, trouble).SetProperty(row => row.EndedMilliseconds, ended), cancellation) == 1;
    }, cancellation);

    /// <summary>Keeps the fingerprint of what was handed in.</summary>
    public Task SetContentAsync(Guid id, string content, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<IntakeRow>().Where(row => row.Id == id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Content, content), cancellation), cancellation);

    /// <summary>Another intake of the same content that was not given up or refused, or null.</summary>
    public Task<IntakeSummary?> TwinAsync(Guid id, string content, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var row = await context.Set<IntakeRow>().AsNoTracking().Where(other => other.Id != id && other.Content == content && other.State != nameof(IntakeState.Cancelled) && other.State != nameof(IntakeState.Refused))
            .OrderByDescending(other => other.AtMilliseconds).FirstOrDefaultAsync(cancellation);
        return row is null ? null : await SummaryAsync(context, row, cancellation);
    }, cancellation);

    /// <summary>Forgets the items of an intake that is read anew.</summary>
    public Task ClearItemsAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<IntakeItemRow>().Where(item => item.IntakeId == id).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Adds items.</summary>
    public Task AddItemsAsync(IReadOnlyList<IntakeItemRow> items, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        context.AddRange(items);
        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <summary>Items with an outcome (null for all) by position; for previews and downloads.</summary>
    public Task<List<IntakeItemRow>> ItemsAsync(Guid id, IntakeOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default) => database.RunAsync(context =>
    {
        var name = outcome?.ToString();
        return context.Set<IntakeItemRow>().AsNoTracking().Where(item => item.IntakeId == id && (name == null || item.Outcome == name))
            .OrderBy(item => item.Position).Skip(skip).Take(take).ToListAsync(cancellation);
    }, cancellation);

    /// <summary>The next items that the network has to read with these weights.</summary>
    public Task<List<IntakeItemRow>> UnreadAsync(Guid id, string fingerprint, int most, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<IntakeItemRow>().AsNoTracking()
            .Where(item => item.IntakeId == id && (item.Outcome == nameof(IntakeOutcome.New) || item.Outcome == nameof(IntakeOutcome.Changed)) && item.Fingerprint != fingerprint)
            .OrderBy(item => item.Position).Take(most).ToListAsync(cancellation), cancellation);

    /// <summary>Keeps what became of some items: their reading, or why they were refused after all.</summary>
    public Task SaveAsync(IReadOnlyList<IntakeItemRow> items, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        context.UpdateRange(items);
        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static async Task<IntakeSummary> SummaryAsync(FashionRecsContext context, IntakeRow row, CancellationToken cancellation)
    {
        var items = context.Set<IntakeItemRow>().Where(item => item.IntakeId == row.Id);
        var counts = await items.GroupBy(item => item.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var read = await items.CountAsync(item => item.Tags != null && item.Outcome != nameof(IntakeOutcome.Refused), cancellation);
        return new IntakeSummary(
            row.Id, row.Name, row.Person, Enum.Parse<IntakeState>(row.State), row.Trouble, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
            counts.ToDictionary(pair => Enum.Parse<IntakeOutcome>(pair.Key), pair => pair.Count), read, row.Content);
    }
}
