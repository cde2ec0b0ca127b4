using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Database;

/// <summary>
/// Removes many rows without keeping writers waiting: what is to go is read first, which makes nobody wait, and then removed in steps of
/// few rows, each in line with other people's writes. Safe to share between threads.
/// </summary>
public sealed class SmallSteps(ShopDatabase database, GroupCommit writes)
{
    /// <summary>Rows in one step, which a busy machine removes in some tens of milliseconds.</summary>
    public const int Most = 250;

    /// <summary>Rows that are looked for at a time.</summary>
    private const int Portion = 20_000;

    /// <summary>Removes all rows that a query finds, those that come meanwhile included; returns how many went.</summary>
    /// <param name="about">What they are about, as for <see cref="GroupCommit.RunAsync"/>.</param>
    /// <param name="find">The keys of what is to go.</param>
    /// <param name="remove">Removes the rows with some keys, no transaction of its own; returns how many there were.</param>
    /// <param name="cancellation">Stops between two steps; what was removed stays removed.</param>
    public async Task<int> RemoveAsync<TKey>(
        string about, Func<FashionRecsContext, IQueryable<TKey>> find, Func<FashionRecsContext, TKey[], Task<int>> remove,
        CancellationToken cancellation)
    {
        var gone = 0;
        while (true)
        {
            var keys = await database.RunAsync(
                context => EntityFrameworkQueryableExtensions.ToArrayAsync(find(context).Take(Portion), cancellation), cancellation);
            var step = 0;
            foreach (var some in keys.Chunk(Most))
            {
                cancellation.ThrowIfCancellationRequested();
                step += await writes.RunAsync(about, context => remove(context, some));
            }

            gone += step;
            // Where others removed the same meanwhile there is nothing left to do either.
            if (keys.Length < Portion || step == 0)
            {
                return gone;
            }
        }
    }
}
