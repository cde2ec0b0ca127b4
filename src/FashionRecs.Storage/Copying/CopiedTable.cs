using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FashionRecs.Storage.Copying;

/// <summary>One table that goes from one database into another.</summary>
internal abstract class CopiedTable
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>The tables of a model, those that others point to first.</summary>
    public static IEnumerable<CopiedTable> Of(DbContext from, DbContext to)
    {
        var waiting = from.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(entity => !entity.IsOwned())
            .OrderBy(entity => entity.Name, StringComparer.Ordinal)
            .ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(entity => entity.GetForeignKeys().All(key => key.PrincipalEntityType == entity
                || !waiting.Contains(key.PrincipalEntityType)));
            waiting.Remove(next);
            yield return (CopiedTable)Activator.CreateInstance(typeof(CopiedTable<>).MakeGenericType(next.ClrType), from, to, next)!;
        }
    }

    /// <summary>Refuses a table that holds more than what the migrations put there.</summary>
    public abstract Task CheckEmptyAsync(string database, CancellationToken cancellation);

    /// <summary>Takes out what the migrations put there.</summary>
    public abstract Task ClearAsync(CancellationToken cancellation);

    /// <summary>Writes all rows; returns their number.</summary>
    public abstract Task<long> CopyAsync(CancellationToken cancellation);

    /// <summary>Reads both sides and compares them value by value.</summary>
    /// <exception cref="InvalidDataException">They differ; the message says where.</exception>
    public abstract Task CompareAsync(CancellationToken cancellation);
}

/// <inheritdoc/>
/// <param name="from">Where the rows are.</param>
/// <param name="to">Where they go.</param>
/// <param name="entity">What a row is.</param>
internal sealed class CopiedTable<TRow>(DbContext from, DbContext to, IEntityType entity) : CopiedTable
    where TRow : class
{
    /// <summary>Rows held in memory at a time.</summary>
    private const int Together = 500;

    private readonly IProperty[] columns = [.. entity.GetProperties()];

    /// <summary>Documents within a row.</summary>
    private readonly INavigation[] parts = [.. entity.GetNavigations().Where(part => part.TargetEntityType.IsOwned())];

    /// <inheritdoc/>
    public override string Name => entity.GetTableName()!;

    /// <inheritdoc/>
    public override async Task CheckEmptyAsync(string database, CancellationToken cancellation)
    {
        var given = entity.GetSeedData().Count();
        var count = await to.Set<TRow>().CountAsync(cancellation);
        if (count > given)
        {
            throw new InvalidDataException($"{database} already holds a shop ({count} rows in {Name}); name an empty one.");
        }
    }

    /// <inheritdoc/>
    public override Task ClearAsync(CancellationToken cancellation) => to.Set<TRow>().ExecuteDeleteAsync(cancellation);

    /// <inheritdoc/>
    public override async Task<long> CopyAsync(CancellationToken cancellation)
    {
        long count = 0;
        var batch = new List<TRow>();
        await foreach (var row in Rows(from).WithCancellation(cancellation))
        {
            batch.Add(row);
            if (batch.Count == Together)
            {
                await WriteAsync();
            }
        }

        await WriteAsync();
        return count;

        async Task WriteAsync()
        {
            to.AddRange(batch);
            await to.SaveChangesAsync(cancellation);
            to.ChangeTracker.Clear();
            count += batch.Count;
            batch.Clear();
        }
    }

    /// <inheritdoc/>
    public override async Task CompareAsync(CancellationToken cancellation)
    {
        await using var copies = Rows(to).GetAsyncEnumerator(cancellation);
        long number = 0;
        await foreach (var row in Rows(from).WithCancellation(cancellation))
        {
            number++;
            if (!await copies.MoveNextAsync())
            {
                throw new InvalidDataException($"Row {number} of {Name} did not arrive; nothing was kept.");
            }

            if ((columns.FirstOrDefault(column => !Same(column, row, copies.Current))?.Name
                ?? parts.FirstOrDefault(part => !Same(part, row, copies.Current))?.Name) is { } other)
            {
                throw new InvalidDataException($"{other} of row {number} of {Name} did not arrive as it was; nothing was kept.");
            }
        }

        if (await copies.MoveNextAsync())
        {
            throw new InvalidDataException($"{Name} has more rows than were copied; nothing was kept.");
        }
    }

    private IAsyncEnumerable<TRow> Rows(DbContext context)
    {
        var key = entity.FindPrimaryKey()!.Properties.Select(property => property.Name).ToArray();
        var ordered = context.Set<TRow>().AsNoTracking().OrderBy(row => EF.Property<object>(row, key[0]));
        foreach (var name in key[1..])
        {
            ordered = ordered.ThenBy(row => EF.Property<object>(row, name));
        }

        return ordered.AsAsyncEnumerable();
    }

    private static bool Same(INavigation part, TRow one, TRow other) =>
        (part.GetGetter().GetClrValue(one), part.GetGetter().GetClrValue(other)) is var (left, right)
        && (left is null || right is null
            ? left == right
            : part.TargetEntityType.GetProperties().Where(value => !value.IsShadowProperty()).All(value => Same(value, left, right)));

    private static bool Same(IProperty column, object one, object other)
    {
        var (left, right) = (column.GetGetter().GetClrValue(one), column.GetGetter().GetClrValue(other));
        return (left, right) switch
        {
            (string text, string copied) => text == copied,
            (byte[] bytes, byte[] copied) => bytes.AsSpan().SequenceEqual(copied),
            // PostgreSQL keeps microseconds.
            (DateTimeOffset time, DateTimeOffset copied) => Math.Abs((time - copied).Ticks) < TimeSpan.TicksPerMicrosecond,
            (IEnumerable list, IEnumerable copied) => list.Cast<object>().SequenceEqual(copied.Cast<object>()),
            _ => Equals(left, right),
        };
    }
}
