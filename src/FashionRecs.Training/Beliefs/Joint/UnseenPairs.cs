using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>
/// Combinations of two values that labels never show together although at least <see cref="LeastExpected"/> pictures would if attributes
/// were independent: what passes for impossible. Immutable, thread-safe.
/// </summary>
public sealed class UnseenPairs
{
    /// <summary>Pictures that chance alone would have to show.</summary>
    public const double LeastExpected = 5;

    private readonly HashSet<(AttributeValue First, AttributeValue Second)> pairs = [];

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="combinations">Labels; the first variables are the vocabulary's attributes.</param>
    public UnseenPairs(AttributeVocabulary vocabulary, IReadOnlyList<LabelledCombination> combinations)
    {
        foreach (var first in vocabulary.Attributes)
        {
            foreach (var second in vocabulary.Attributes.Where(other => other.Position > first.Position))
            {
                var seen = new double[first.Values.Count, second.Values.Count];
                foreach (var (states, weight) in combinations)
                {
                    if (states[first.Position] >= 0 && states[second.Position] >= 0)
                    {
                        seen[states[first.Position], states[second.Position]] += weight;
                    }
                }

                pairs.UnionWith(Unseen(seen).Select(pair => (first.Values[pair.Row], second.Values[pair.Column])));
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => pairs.Count;

    /// <summary>Whether the likeliest values of a picture's attributes, "not shown" among them, hold such a pair.</summary>
    public bool IsIn(IReadOnlyList<AttributeBelief> beliefs)
    {
        AttributeValue[] likeliest = [.. beliefs.OrderBy(belief => belief.Attribute.Position)
            .Select(belief => belief.Attribute.Values.MaxBy(value => belief[value])!)];
        return likeliest.Index().Any(one => likeliest.Skip(one.Index + 1).Any(other => pairs.Contains((one.Item, other))));
    }

    private static IEnumerable<(int Row, int Column)> Unseen(double[,] seen)
    {
        var (rows, columns) = (new double[seen.GetLength(0)], new double[seen.GetLength(1)]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                rows[row] += seen[row, column];
                columns[column] += seen[row, column];
            }
        }

        var whole = rows.Sum();
        return from row in Enumerable.Range(0, rows.Length)
               from column in Enumerable.Range(0, columns.Length)
               where seen[row, column] == 0 && rows[row] * columns[column] >= LeastExpected * whole && whole > 0
               select (row, column);
    }
}
