namespace FashionRecs.Application.Shop.Columns;

/// <summary>The order of a catalog's products after some came, went or changed.</summary>
/// <param name="Before">Of each product its place so far, or −1 where it is new; null where all stay in their places.</param>
/// <param name="Changes">What is new or changed, by its new place.</param>
internal sealed record NewOrder(int[]? Before, IReadOnlyList<(int Place, ColumnRow Row)> Changes)
{
    /// <summary>Finds the order.</summary>
    /// <param name="ids">The ids so far.</param>
    /// <param name="changed">What is new or changed, each once.</param>
    /// <param name="removed">Ids of what went, as far as it was there.</param>
    public static NewOrder Of(PackedIds ids, IReadOnlyList<ColumnRow> changed, IReadOnlyCollection<string> removed)
    {
        (int Place, ColumnRow Row)[] known = [.. changed.Select(row => (ids.IndexOf(row.Id), row)).Where(change => change.Item1 >= 0)];
        var gone = removed.Select(ids.IndexOf).Where(place => place >= 0).ToHashSet();
        if (gone.Count == 0 && known.Length == changed.Count)
        {
            return new NewOrder(null, known);
        }

        // A new one stands before the first that is behind it.
        (int Before, ColumnRow Row)[] fresh = [.. changed.Where(row => ids.IndexOf(row.Id) < 0)
            .OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => (ids.PlaceAfter(row.Id), row))];
        var rows = known.ToDictionary(change => change.Place, change => change.Row);
        var (before, changes) = (new int[ids.Count - gone.Count + fresh.Length], new List<(int, ColumnRow)>(changed.Count));
        var (at, next) = (0, 0);
        for (var place = 0; place <= ids.Count; place++)
        {
            for (; next < fresh.Length && fresh[next].Before == place; next++)
            {
                changes.Add((at, fresh[next].Row));
                before[at++] = -1;
            }

            if (place < ids.Count && !gone.Contains(place))
            {
                if (rows.TryGetValue(place, out var row))
                {
                    changes.Add((at, row));
                }

                before[at++] = place;
            }
        }

        return new NewOrder(before, changes);
    }
}
