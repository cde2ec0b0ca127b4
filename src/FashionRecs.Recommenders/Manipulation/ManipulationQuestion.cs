using FashionRecs.Domain.Attributes;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>One "like this, but with …" of which the right answers are known.</summary>
/// <param name="Like">The picture asked about.</param>
/// <param name="But">The value asked for.</param>
/// <param name="Among">The pictures that may be found.</param>
/// <param name="Right">Those of them that have the asked value and keep the rest; at least one.</param>
public sealed record ManipulationQuestion(
    SearchedPicture Like, AttributeValue But, IReadOnlyList<SearchedPicture> Among, IReadOnlySet<SearchedPicture> Right)
{
    /// <summary>
    /// Every change of a value that is known of a picture to one that another picture has with all else kept. Found can be what is labelled
    /// in everything that the picture asked about is labelled in, since of others nobody knows whether they are right.
    /// </summary>
    /// <param name="pictures">The pictures.</param>
    public static IReadOnlyList<ManipulationQuestion> OfLabels(IReadOnlyList<SearchedPicture> pictures) =>
    [
        .. pictures.SelectMany(like =>
        {
            GarmentAttribute[] known = [.. like.Truth.OfType<AttributeValue>().Select(value => value.Attribute)];
            SearchedPicture[] among = [.. pictures.Where(
                other => other != like && known.All(attribute => other.Truth[attribute.Position] is not null))];
            return known.Where(attribute => like.Truth[attribute.Position] is { IsInvisible: false }).SelectMany(changed =>
                among.Where(other => other.Truth[changed.Position] is { IsInvisible: false } value
                        && value != like.Truth[changed.Position]
                        && known.All(kept => kept == changed || other.Truth[kept.Position] == like.Truth[kept.Position]))
                    .GroupBy(other => other.Truth[changed.Position]!).OrderBy(group => group.Key.Index)
                    .Select(group => new ManipulationQuestion(like, group.Key, among, group.ToHashSet())));
        }),
    ];

    /// <summary>Both ways between the two pictures of each garment; right is the other picture alone.</summary>
    /// <param name="pictures">Two pictures of each garment that differ in the truth of one attribute, among others that it is found
    /// in.</param>
    public static IReadOnlyList<ManipulationQuestion> OfPairs(IReadOnlyList<SearchedPicture> pictures) =>
    [
        .. pictures.GroupBy(picture => picture.Garment).Select(pair => pair.ToArray()).Where(pair => pair.Length == 2)
            .SelectMany(pair => new[] { Between(pair[0], pair[1], pictures), Between(pair[1], pair[0], pictures) }),
    ];

    /// <summary>The place of the first right answer, one-based; <see cref="int.MaxValue"/> where it is not among the first.</summary>
    /// <param name="search">What answers.</param>
    /// <param name="count">How many answers it may give.</param>
    public int Place(IManipulatedSearch search, int count)
    {
        var answers = search.Find(Like, But, Among, count);
        for (var place = 0; place < answers.Count; place++)
        {
            if (Right.Contains(answers[place]))
            {
                return place + 1;
            }
        }

        return int.MaxValue;
    }

    private static ManipulationQuestion Between(SearchedPicture one, SearchedPicture other, IReadOnlyList<SearchedPicture> all) => new(
        one, other.Truth.Zip(one.Truth).Single(pair => pair.First != pair.Second).First!, [.. all.Where(picture => picture != one)],
        new HashSet<SearchedPicture> { other });
}
