using FashionRecs.Application.Complements;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Complements;

/// <inheritdoc/>
internal sealed class ChoiceLog(ShopDatabase database) : IChoiceLog, IDisposable
{
    /// <summary>The latest choices that are read; more say little that is new, and the oldest of them least.</summary>
    private const int Most = 200_000;

    private static readonly string Everybody = PreferenceSignal.Everybody.Word();
    private static readonly string Personal = PreferenceSignal.Personal.Word();
    private static readonly string[] Chosen = [PreferenceSignal.Like.Word(), PreferenceSignal.Bag.Word()];

    private readonly PreparedQuery<ChoiceStamp> stamps = new(
        database, """SELECT (SELECT COALESCE(MAX("Sequence"), 0) FROM "Events"), COUNT(*), COALESCE(SUM("Revision"), 0) FROM "Shoppers" """,
        row => new ChoiceStamp(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));

    /// <inheritdoc/>
    public Task<ChoiceStamp> StampAsync(CancellationToken cancellation = default) => stamps.AskAsync(cancellation: cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LoggedChoice>> AllAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<LoggedChoice>>(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var undone = (await context.Events.Where(row => row.Undoes != null).Select(row => row.Undoes!.Value).ToListAsync(cancellation))
                .ToHashSet();
            // Nothing is learned from whoever asked for the same as everybody gets.
            var apart = (await context.Events.Where(row => row.Signal == Everybody || row.Signal == Personal).OrderBy(row => row.Sequence)
                    .Select(row => new { row.Id, row.Shopper, row.Signal }).ToListAsync(cancellation))
                .Where(row => !undone.Contains(row.Id)).GroupBy(row => row.Shopper).Where(shopper => shopper.Last().Signal == Everybody)
                .Select(shopper => shopper.Key).ToHashSet();
            var rows = await context.Events
                .Where(row => row.ProductId != null && Chosen.Contains(row.Signal))
                .OrderByDescending(row => row.Sequence).Take(Most)
                    .Select(row => new { row.Id, row.Shopper, row.ProductId, row.AtMilliseconds }).ToListAsync(cancellation);
            var shoppers = await context.Shoppers.AsNoTracking().Select(row => new { row.Id, row.CreatedMilliseconds, row.Origin })
                .ToDictionaryAsync(row => row.Id, cancellation);
            return [.. rows.Where(row => !undone.Contains(row.Id) && !apart.Contains(row.Shopper) && shoppers.ContainsKey(row.Shopper))
                .Reverse().Select(row => new LoggedChoice(
                new ShopperChoice(
                    row.Shopper.ToString(), row.ProductId!,
                    DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds).UtcDateTime)),
                DateTimeOffset.FromUnixTimeMilliseconds(shoppers[row.Shopper].CreatedMilliseconds), shoppers[row.Shopper].Origin))];
        }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => stamps.Dispose();
}
