using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Ranking;

/// <summary>"Like this, but with long sleeves": the products that have the changed value and keep the rest.</summary>
public static class Counterfactual
{
    /// <summary>
    /// Least probability in [0, 1] of the asked value. On validation photographs it costs nothing among the first five; without any, a row
    /// would end with what surely has another value.
    /// </summary>
    public const float Least = 0.1f;

    /// <summary>What another type counts: half of an attribute that surely differs.</summary>
    private const double OtherType = 2.3;

    /// <summary>What another colour counts: an eighth of such an attribute.</summary>
    private const double OtherColour = 0.6;

    /// <summary>
    /// Likeliest first that a product has the asked value and keeps all else: −ln of the value's probability and the distance of all other
    /// beliefs (<see cref="BeliefOverlap"/>) are added up, and what another type or colour counts. Nothing is left out because it is
    /// unsure, it comes later and says so; what is less likely than <see cref="Least"/> is left out. Equal distances by id.
    /// </summary>
    /// <param name="items">All products.</param>
    /// <param name="like">The product that was looked at.</param>
    /// <param name="but">The value asked for.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<NearbyItem> Find(IEnumerable<CatalogItem> items, CatalogItem like, AttributeValue but, int count) =>
    [
        .. items.Where(item => item.Product.Id != like.Product.Id)
            .Select(item => (Item: item, Reading: item[but.Attribute]))
            .Where(one => one.Reading?.Probabilities[but.Position] >= Least)
            .Select(one => new NearbyItem(one.Item, Facts(one.Item, like) - Math.Log(one.Reading!.Probabilities[but.Position])
                + BeliefOverlap.Distance(like, one.Item, but.Attribute))
            {
                IsSure = one.Reading.Statement is { } said && said.Values.All(value => value == but),
            })
            .OrderBy(near => near.Distance).ThenBy(near => near.Item.Product.Id, StringComparer.Ordinal)
            .Take(count),
    ];

    /// <summary>The products that differ least from one in everything, nearest first; equal distances by id.</summary>
    public static IReadOnlyList<NearbyItem> Nearest(IEnumerable<CatalogItem> items, CatalogItem like, int count) =>
    [
        .. items.Where(item => item.Product.Id != like.Product.Id)
            .Select(item => new NearbyItem(item, OtherFacts(item, like) + Distance(Squares(item.Vector.Quanta, like.Vector.Quanta))))
            .OrderBy(near => near.Distance).ThenBy(near => near.Item.Product.Id, StringComparer.Ordinal)
            .Take(count),
    ];

    /// <summary>
    /// The values that could be changed: per attribute that the product shows, those that another product has, the one with the nearest
    /// product first.
    /// </summary>
    /// <param name="items">All products.</param>
    /// <param name="like">The product.</param>
    /// <param name="perAttribute">Values at most per attribute.</param>
    public static IReadOnlyList<AttributeValue> Offers(IEnumerable<CatalogItem> items, CatalogItem like, int perAttribute) =>
        Offers(items.Where(item => item.Product.Id != like.Product.Id).Select(item => (item.Vector, Facts: OtherFacts(item, like))), like,
            perAttribute);

    /// <summary>The same of products of which no more is known than their vectors, and what their types and colours count.</summary>
    /// <param name="others">The other products; what they count as <see cref="OtherFacts(bool, bool)"/> has it.</param>
    /// <param name="like">The product.</param>
    /// <param name="perAttribute">Values at most per attribute.</param>
    public static IReadOnlyList<AttributeValue> Offers(
        IEnumerable<(ItemVector Vector, double Facts)> others, CatalogItem like, int perAttribute)
    {
        var own = like.Vector.Quanta;
        var nearest = new Dictionary<AttributeValue, double>();
        var asked = like.Readings.Where(reading => reading.Visible >= Visibility.Shown)
            .Select(reading => (reading.Attribute, Values: reading.Attribute.VisibleValues.Where(value => value != reading.Top).ToArray()))
            .ToArray();
        foreach (var (vector, facts) in others)
        {
            var squares = Squares(vector.Quanta, own);
            foreach (var (attribute, values) in asked)
            {
                foreach (var value in values)
                {
                    if (vector[value.Index] < Visibility.Shown)
                    {
                        continue;
                    }

                    var differs = squares - Squares(
                        vector.Quanta.Slice(attribute.Start, attribute.Values.Count), own.Slice(attribute.Start, attribute.Values.Count));
                    nearest[value] = Math.Min(nearest.GetValueOrDefault(value, double.PositiveInfinity), facts + Distance(differs));
                }
            }
        }

        return
        [
            .. nearest.GroupBy(pair => pair.Key.Attribute).OrderBy(group => group.Key.Position)
                .SelectMany(group => group.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key.Index).Take(perAttribute)
                    .Select(pair => pair.Key)),
        ];
    }

    /// <summary>What another type and another colour count.</summary>
    internal static double Facts(CatalogItem item, CatalogItem like) =>
        (item.Product.Type == like.Product.Type ? 0 : OtherType) + (item.Product.Colour == like.Product.Colour ? 0 : OtherColour);

    /// <summary>What another type and another colour count where all is compared that is seen.</summary>
    /// <param name="isOfType">Whether the type is the same.</param>
    /// <param name="isOfColour">Whether the colour is the same.</param>
    public static double OtherFacts(bool isOfType, bool isOfColour) => (isOfType ? 0 : 1.0) + (isOfColour ? 0 : 0.25);

    private static double OtherFacts(CatalogItem item, CatalogItem like) =>
        OtherFacts(item.Product.Type == like.Product.Type, item.Product.Colour == like.Product.Colour);

    private static double Distance(int squares) => squares / (double)(ItemVector.Scale * ItemVector.Scale);

    /// <summary>In whole quanta, which add up exactly and fast.</summary>
    private static int Squares(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var squares = 0;
        for (var value = 0; value < one.Length; value++)
        {
            var difference = one[value] - other[value];
            squares += difference * difference;
        }

        return squares;
    }
}
