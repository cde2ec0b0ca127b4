using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>
/// The shop's words in the manner of <see cref="RepresentationSwap"/>: an attribute is represented by the network's probabilities, the
/// asked one by the asked value alone. Nothing is left out because it is unsure; it comes later. Looks join in as the distance of the whole
/// pictures' features.
/// </summary>
/// <param name="Asked">What the asked attribute's squared distance weighs beside another attribute's; above 0.</param>
/// <param name="Looks">What one less the cosine of the pictures' features weighs; at least 0.</param>
public sealed record WordSwap(double Asked, double Looks) : IManipulatedSearch
{
    /// <inheritdoc/>
    public string Name => "word swap";

    /// <inheritdoc/>
    public IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count) =>
    [
        .. among.Where(picture => picture.Item.Product.Id != like.Item.Product.Id)
            .OrderBy(picture => Distance(like, but, picture))
            .ThenBy(picture => picture.Item.Product.Id, StringComparer.Ordinal).Take(count),
    ];

    private double Distance(SearchedPicture like, AttributeValue but, SearchedPicture other)
    {
        var sum = Looks == 0 ? 0 : Looks * FeatureNeighbours.Distance(like.Whole, other.Whole);
        foreach (var (mine, theirs) in like.Item.Predicted!.Attributes.Zip(other.Item.Predicted!.Attributes))
        {
            sum += mine.Attribute == but.Attribute ? Asked * Distance(theirs, place => place == but.Position ? 1 : 0)
                : Distance(theirs, place => mine.Probabilities[place]);
        }

        return sum;
    }

    private static double Distance(ProjectedAttribute read, Func<int, double> wanted)
    {
        var sum = 0.0;
        for (var place = 0; place < read.Probabilities.Count; place++)
        {
            var difference = read.Probabilities[place] - wanted(place);
            sum += difference * difference;
        }

        return sum;
    }
}
