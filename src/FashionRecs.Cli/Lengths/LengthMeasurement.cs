using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Recommenders.Manipulation.Lengths;
using FashionRecs.Training.Audit;
using MathNet.Numerics.Statistics;

namespace FashionRecs.Cli.Lengths;

/// <summary>
/// Measures orders of one length: the expected place of what the shop believes, and rankings learned from drawings whose length is known,
/// on the features of the region that shows it and of the whole picture.
/// </summary>
internal sealed class LengthMeasurement
{
    private static readonly double[] Penalties = [0.01, 0.1, 1];

    private readonly GarmentAttribute attribute;
    private readonly int seed;
    private readonly IReadOnlyList<(string Name, Func<SearchedPicture, double> Score)> orders;

    /// <param name="attribute">The length.</param>
    /// <param name="training">Rankings are learned from these.</param>
    /// <param name="validation">Their penalty is chosen on these.</param>
    /// <param name="seed">Of pairs and intervals.</param>
    public LengthMeasurement(
        GarmentAttribute attribute, IReadOnlyList<LengthGarment> training, IReadOnlyList<LengthGarment> validation, int seed)
    {
        (this.attribute, this.seed) = (attribute, seed);
        orders =
        [
            ("expected place", picture => LengthBelief.Place(picture.Item[attribute]!)!.Value),
            Learned("ranking of regions", picture => picture.Regions[attribute.Position]!, training, validation),
            Learned("ranking of pictures", picture => picture.Whole, training, validation),
        ];
    }

    /// <summary>Measures every order.</summary>
    /// <param name="pictures">What the garments are called.</param>
    /// <param name="garments">All with a region.</param>
    /// <param name="least">Least difference of a pair of lengths.</param>
    /// <param name="within">Whether lengths are known within a value.</param>
    public IEnumerable<LengthFigures> Run(string pictures, IReadOnlyList<LengthGarment> garments, double least, bool within)
    {
        foreach (var (name, score) in orders)
        {
            var scored = Scored(garments, score);
            yield return new LengthFigures(pictures, attribute.Code, name, garments.Count,
                Correlation.Spearman(scored.Select(one => one.Score), scored.Select(one => one.Length)),
                Share(LengthPairs.Count(scored, within: false, least)),
                within ? Share(LengthPairs.Count(scored, within: true, least)) : new(double.NaN, double.NaN, double.NaN));
        }
    }

    private static (double Score, double Length, int Value)[] Scored(
        IReadOnlyList<LengthGarment> garments, Func<SearchedPicture, double> score) =>
        [.. garments.Select(garment => (score(garment.Picture), garment.Length, garment.Value))];

    // All pairs of one garment come and go together.
    private Domain.Statistics.BootstrapInterval Share(IReadOnlyList<(double Right, int Pairs)> counts) =>
        ClusteredShare.Of(counts.Select((one, garment) => (garment, one.Right, (double)one.Pairs)), seed).Ratio;

    private (string, Func<SearchedPicture, double>) Learned(string name, Func<SearchedPicture, float[]> features,
        IReadOnlyList<LengthGarment> training, IReadOnlyList<LengthGarment> validation)
    {
        var (penalty, ranker, _) = Penalties.Select(penalty =>
        {
            var ranker = LengthRanker.Fit([.. training.Select(garment => new LengthExample(features(garment.Picture), garment.Length))],
                new LengthRankerOptions { Penalty = penalty, Seed = seed });
            var counts = LengthPairs.Count(Scored(validation, picture => ranker.Score(features(picture))), within: true, 1);
            return (penalty, ranker, Share: counts.Sum(one => one.Right) / Math.Max(1, counts.Sum(one => one.Pairs)));
        }).MaxBy(one => one.Share);
        return (string.Create(CultureInfo.InvariantCulture, $"{name} ({penalty})"), picture => ranker.Score(features(picture)));
    }
}
