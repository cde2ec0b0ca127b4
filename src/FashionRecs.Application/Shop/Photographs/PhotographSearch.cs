using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop.Photographs;

/// <summary>
/// Finds the products most like the garment on a photograph. What the photograph surely shows counts by how likely a product has it too:
/// the value itself, or in half another value of its family. What a product shows besides counts against it, so that a top does not bring
/// dresses. Pure and safe to share between threads.
/// </summary>
public static class PhotographSearch
{
    /// <summary>
    /// What another value of the same family counts, of the value's own 1: a deep V is nearer to a V than a round neckline is.
    /// </summary>
    private const double SameFamily = 0.5;

    /// <summary>What a part counts against a product that the photograph surely does not show.</summary>
    private const double Besides = 0.5;

    /// <summary>Most alike first; equals by id.</summary>
    /// <param name="catalog">The products; those in whose picture no garment was found are left out.</param>
    /// <param name="photograph">What is seen on the photograph.</param>
    /// <param name="choices">What somebody wants otherwise.</param>
    /// <param name="count">Products at most.</param>
    public static IReadOnlyList<PhotographMatch> Find(CatalogSnapshot catalog, CatalogItem photograph, PhotographChoices choices,
        int count)
    {
        var said = photograph.Readings.Where(reading => reading.Statement is not null && choices.IsAsShown(reading.Attribute)).ToArray();
        (int[] Own, int[] Near)[] counted = [.. said.Select(reading => Counted(reading.Statement!))];
        var unseen = photograph.Readings.Where(reading => reading.Visible < Visibility.Shown && choices.IsAsShown(reading.Attribute))
            .Select(reading => reading.Attribute).ToArray();
        if (said.Length == 0 && choices.Wanted.Count == 0)
        {
            return [];
        }

        // Places follow ids.
        var best = Enumerable.Range(0, catalog.Items.Count)
            .Where(place => catalog.Columns.WithoutGarment[place] == 0
                && choices.Wanted.Values.All(value => Amount(place, value.Index) >= Visibility.Shown))
            .Select(place => (Place: place, Likeness: counted.Sum(part => Sum(place, part.Own) + (SameFamily * Sum(place, part.Near)))
                - (Besides * unseen.Count(attribute => Total(place, attribute) >= Visibility.Shown))))
            .Where(found => choices.Wanted.Count > 0 || found.Likeness > 0)
            .OrderByDescending(found => found.Likeness).ThenBy(found => found.Place)
            .Take(count).ToDictionary(found => found.Place, found => found.Likeness);
        return [.. catalog.Placed([.. best.Keys]).Select(found => Match(found.Item, best[found.Place], said, choices))];

        float Amount(int place, int value) => catalog.Matrix.Quanta(place, value) / (float)ItemVector.Scale;

        double Sum(int place, int[] values) => values.Sum(value => (double)Amount(place, value));

        float Total(int place, GarmentAttribute attribute) => attribute.VisibleValues.Sum(value => Amount(place, value.Index));
    }

    /// <summary>Indices of the values that count whole, and of those of the same family.</summary>
    private static (int[] Own, int[] Near) Counted(Statement shown) => (
        [.. shown.Values.Select(value => value.Index)],
        [.. shown.Attribute.Families.Where(family => shown.Family is null && family.Values.Contains(shown.Values[0]))
            .SelectMany(family => family.Values).Except(shown.Values).Select(value => value.Index)]);

    private static PhotographMatch Match(CatalogItem item, double likeness, AttributeReading[] said, PhotographChoices choices)
    {
        var (shared, other) = (new List<Statement>(), new List<Statement>());
        foreach (var shown in said.Select(reading => reading.Statement!))
        {
            if (item[shown.Attribute]?.Statement is { } has)
            {
                if (!has.Values.Intersect(shown.Values).Any())
                {
                    other.Add(has);
                    continue;
                }

                // Of a value and a family that holds it the family is true of both.
                shared.Add(shown.Values.Count >= has.Values.Count ? shown : has);
            }
        }

        shared.AddRange(choices.Wanted.Values.Select(value => (value, Has: item[value.Attribute]?.Statement))
            .Where(pair => pair.Has?.Holds(pair.value) == true).Select(pair => pair.Has!));
        return new PhotographMatch(item, likeness, [.. shared.OrderBy(statement => statement.Attribute.Position)], other);
    }
}
