using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Faithfulness;

namespace FashionRecs.Training.Beliefs;

/// <summary>How true and how frequent statements of a least probability are; shares with bootstrap 95 % intervals over pictures.</summary>
/// <param name="Group">Which statements.</param>
/// <param name="LeastProbability">From which probability on something is said, in [0, 1].</param>
/// <param name="Said">How many are said.</param>
/// <param name="True">Of those said, the share whose value is labelled <c>y</c>.</param>
/// <param name="Arguable">Of those said, the share labelled <c>m</c>.</param>
/// <param name="False">Of those said, the share labelled <c>n</c>.</param>
/// <param name="Finest">Of those said, the share that names a value, not a family.</param>
/// <param name="Shown">Attributes that the label says are shown.</param>
/// <param name="Withheld">Of <paramref name="Shown"/>, the share that nothing is said of.</param>
/// <param name="ReadAsShown">Attributes that the network alone says are shown.</param>
/// <param name="WithheldOfRead">Of <paramref name="ReadAsShown"/>, the share that nothing is said of.</param>
public sealed record StatementScore(
    string Group, double LeastProbability, int Said, BootstrapInterval True, BootstrapInterval Arguable, BootstrapInterval False,
    BootstrapInterval Finest,
    int Shown, BootstrapInterval Withheld, int ReadAsShown, BootstrapInterval WithheldOfRead)
{
    /// <summary>Scores statements.</summary>
    /// <param name="group">A name for them.</param>
    /// <param name="statements">The likeliest ones, said or not.</param>
    /// <param name="leastProbability">From which probability on something is said.</param>
    /// <param name="seed">Of the resampling.</param>
    public static StatementScore Of(string group, IEnumerable<JudgedStatement> statements, double leastProbability, int seed)
    {
        JudgedStatement[][] pictures = [.. statements.GroupBy(one => one.Picture).Select(picture => picture.ToArray())];
        bool IsSaid(JudgedStatement one) => one.Statement.Probability >= leastProbability;
        int Count(Func<JudgedStatement, bool> counts) => pictures.Sum(picture => picture.Count(counts));
        BootstrapInterval Share(Func<JudgedStatement, bool> hits, Func<JudgedStatement, bool> among) => Count(among) == 0
            ? new BootstrapInterval(double.NaN, double.NaN, double.NaN)
            : RatioOfMeans.Of([[.. pictures.Where(picture => picture.Any(among)).Select(picture =>
                ((double)picture.Count(one => among(one) && hits(one)), (double)picture.Count(among)))]], seed);

        return new StatementScore(
            group, leastProbability, Count(IsSaid),
            Share(one => one.Label == LabelLetter.Yes, IsSaid), Share(one => one.Label == LabelLetter.Maybe, IsSaid),
            Share(one => one.Label == LabelLetter.No, IsSaid),
            Share(one => one.Statement.Family is null, IsSaid),
            Count(one => one.IsShown), Share(one => !IsSaid(one), one => one.IsShown),
            Count(one => one.IsReadAsShown), Share(one => !IsSaid(one), one => one.IsReadAsShown));
    }
}
