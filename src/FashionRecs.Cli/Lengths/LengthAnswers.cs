using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Ranking;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Training.Audit;

namespace FashionRecs.Cli.Lengths;

/// <summary>How true the shop's answers to "a little longer" and "a little shorter" are.</summary>
/// <param name="Attribute">Code of the length.</param>
/// <param name="Longer">What was asked.</param>
/// <param name="Asked">About how many photographs another is labelled so and keeps the rest.</param>
/// <param name="Answered">Share of them that were answered at all.</param>
/// <param name="True">Share of the first five answers that are labelled longer, or shorter.</param>
internal sealed record LengthAnswers(string Attribute, bool Longer, int Asked, double Answered, BootstrapInterval True)
{
    private const int First = 5;

    /// <summary>
    /// Asks about every photograph for which there is a right answer, among those labelled in all that it is labelled in.
    /// </summary>
    /// <param name="pictures">The photographs.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="seed">Of the interval.</param>
    public static LengthAnswers Of(IReadOnlyList<SearchedPicture> pictures, LengthChange change, int seed)
    {
        var byId = pictures.ToDictionary(picture => picture.Item.Product.Id, StringComparer.Ordinal);
        var counts = new List<(int Asked, double True, double Answers)>();
        foreach (var like in pictures.Where(picture => picture.Truth[change.Attribute.Position] is { IsInvisible: false }))
        {
            GarmentAttribute[] known = [.. like.Truth.OfType<AttributeValue>().Select(value => value.Attribute)];
            SearchedPicture[] among = [.. pictures.Where(
                other => other != like && known.All(attribute => other.Truth[attribute.Position] is not null))];
            if (among.Any(other => IsRight(like, other, change)
                && known.All(kept => kept == change.Attribute || other.Truth[kept.Position] == like.Truth[kept.Position])))
            {
                var answers = LengthCounterfactual.Find(among.Select(picture => picture.Item), like.Item, change, First);
                counts.Add((like.Garment, answers.Count(near => IsRight(like, byId[near.Item.Product.Id], change)), answers.Count));
            }
        }

        return new LengthAnswers(change.Attribute.Code, change.Longer, counts.Count,
            counts.Count == 0 ? double.NaN : counts.Average(one => one.Answers > 0 ? 1.0 : 0), ClusteredShare.Of(counts, seed).Ratio);
    }

    private static bool IsRight(SearchedPicture like, SearchedPicture other, LengthChange change)
    {
        var (one, two) = (like.Truth[change.Attribute.Position], other.Truth[change.Attribute.Position]);
        return one is { IsInvisible: false } && two is { IsInvisible: false }
            && (change.Longer ? two.Position > one.Position : two.Position < one.Position);
    }
}
