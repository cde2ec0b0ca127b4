using FashionRecs.Domain.Attributes;

namespace FashionRecs.Garments.Sets;

/// <summary>Spreads values over a set by how often each is wanted, so that the pictures of one do not come all at once.</summary>
public static class ThemeTurns
{
    /// <summary>One round of turns: each value comes as often as its weight says, evenly spread over the round.</summary>
    /// <param name="wanted">Values with their weights, each at least 1; a value that comes twice counts its last weight.</param>
    public static IReadOnlyList<AttributeValue> Of(IReadOnlyList<(AttributeValue Value, int Weight)> wanted) =>
    [
        .. wanted.GroupBy(pair => pair.Value).Select(group => group.Last())
            .SelectMany((pair, rank) => Enumerable.Range(0, pair.Weight)
                .Select(turn => (pair.Value, Place: (turn + 0.5) / pair.Weight, rank)))
            .OrderBy(turn => turn.Place).ThenBy(turn => turn.rank)
            .Select(turn => turn.Value),
    ];
}
