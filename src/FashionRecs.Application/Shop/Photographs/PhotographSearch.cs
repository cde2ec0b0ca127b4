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
    /// <summary>What another value of the same family counts, of the value's own 1: a deep V is nearer to a V than a round neckline is.</summary>
    private const double SameFamily = 0.5;

    /// <summary>What a part counts against a product that the photograph surely does not show.</summary>
    private const double Besides = 0.5;

    /// <summary>Most alike first; equals by id.</summary>
    /// <param name="items">The products; those in whose picture no garment was found are left out.</param>
    /// <param name="photograph">What is seen on the photograph.</param>
    /// <param name="choices">What somebody wants otherwise.</param>
    /// <param name="count">Products at most.</param>
    public static IReadOnlyList<PhotographMatch> Find(IEnumerable<CatalogItem> items, CatalogItem photograph, PhotographChoices choices,
        int count)
    {
        var said = photograph.Readings.Where(reading => reading.Statement is not null && choices.IsAsShown(reading.Attribute)).ToArray();
        var unseen = photograph.Readings.Where(reading => reading.Visible < Visibility.Shown && choices.IsAsShown(reading.Attribute))
            .Select(reading => reading.Attribute).ToArray();
        if (said.Length == 0 && choices.Wanted.Count == 0)
        {
            return [];
        }

        return
        [
            .. items
                .Where(item => !item.IsWithoutGarment
                    && choices.Wanted.Values.All(value => item.Vector[value.Index] >= Visibility.Shown))
                .Select(item => (Item: item, Likeness: said.Sum(reading => Common(item, reading.Statement!))
                    - (Besides * unseen.Count(attribute => Total(item, attribute) >= Visibility.Shown))))
                .Where(found => choices.Wanted.Count > 0 || found.Likeness > 0)
                .OrderByDescending(found => found.Likeness).ThenBy(found => found.Item.Product.Id, StringComparer.Ordinal)
                .Take(count)
                .Select(found => new PhotographMatch(found.Item, found.Likeness, Shared(found.Item, said, choices), Other(found.Item, said))),
        ];
    }

    private static double Common(CatalogItem item, Statement shown)
    {
        var own = shown.Values.Sum(value => item.Vector[value.Index]);
        var near = shown.Attribute.Families.Where(family => shown.Family is null && family.Values.Contains(shown.Values[0]))
            .SelectMany(family => family.Values).Except(shown.Values).Sum(value => item.Vector[value.Index]);
        return own + (SameFamily * near);
    }

    private static float Total(CatalogItem item, GarmentAttribute attribute) =>
        attribute.VisibleValues.Sum(value => item.Vector[value.Index]);

    /// <summary>Of a value and a family that holds it the family is true of both.</summary>
    private static Statement[] Shared(CatalogItem item, IEnumerable<AttributeReading> said, PhotographChoices choices) =>
    [
        .. said.Select(reading => (Shown: reading.Statement!, Has: item[reading.Attribute]?.Statement))
            .Where(pair => pair.Has is not null && pair.Has.Values.Intersect(pair.Shown.Values).Any())
            .Select(pair => pair.Shown.Values.Count >= pair.Has!.Values.Count ? pair.Shown : pair.Has)
            .Concat(choices.Wanted.Values.Select(value => item[value.Attribute]?.Statement)
                .Where(has => has is not null && choices.Wanted.Values.Any(has.Holds)).Select(has => has!))
            .OrderBy(statement => statement.Attribute.Position),
    ];

    private static Statement[] Other(CatalogItem item, IEnumerable<AttributeReading> said) =>
    [
        .. said.Select(reading => (Shown: reading.Statement!, Has: item[reading.Attribute]?.Statement))
            .Where(pair => pair.Has is not null && !pair.Has.Values.Intersect(pair.Shown.Values).Any()).Select(pair => pair.Has!),
    ];
}
