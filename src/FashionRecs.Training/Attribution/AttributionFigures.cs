using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Faithfulness;

namespace FashionRecs.Training.Attribution;

/// <summary>Where a network looks, on one set of pictures; each figure with its bootstrap 95 % interval over readings.</summary>
/// <param name="Source">Which pictures.</param>
/// <param name="Attribute">The attribute's code, or "mean" for the mean over attributes.</param>
/// <param name="Count">Readings.</param>
/// <param name="Energy">Share of the map inside the true region (<see cref="EnergyInside"/>); NaN where no region is known.</param>
/// <param name="EnergyCount">Readings with a known region.</param>
/// <param name="Deletion">Single deletion score of the map.</param>
/// <param name="GradCam">The same of Grad-CAM.</param>
/// <param name="Arcc">ARCC, the mean of readings.</param>
/// <param name="Road">Its ROAD.</param>
/// <param name="Coherency">Its coherency.</param>
/// <param name="Complexity">Its complexity.</param>
public sealed record AttributionFigures(
    string Source, string Attribute, int Count, BootstrapInterval Energy, int EnergyCount, BootstrapInterval Deletion,
    BootstrapInterval GradCam, BootstrapInterval Arcc, BootstrapInterval Road, BootstrapInterval Coherency, BootstrapInterval Complexity)
{
    /// <summary>Sums up the readings of one set: a line per attribute that has some, then their mean.</summary>
    /// <param name="source">Which pictures.</param>
    /// <param name="readings">The readings by attribute's code.</param>
    /// <param name="seed">Of the intervals.</param>
    public static IReadOnlyList<AttributionFigures> Of(string source, IReadOnlyDictionary<string, List<AttributedReading>> readings,
        int seed)
    {
        var filled = readings.Where(pair => pair.Value.Count > 0).ToArray();
        return filled.Length == 0 ? [] :
        [
            .. filled.Select(pair => Of(source, pair.Key, [pair.Value], seed)),
            Of(source, "mean", [.. filled.Select(pair => pair.Value)], seed),
        ];
    }

    private static AttributionFigures Of(string source, string attribute, IReadOnlyList<List<AttributedReading>> groups, int seed)
    {
        BootstrapInterval Mean(Func<AttributedReading, double?> figure) => RatioOfMeans.Of(
            [.. groups.Select(group => group.Select(figure).OfType<double>().Select(number => (number, 1.0)).ToArray())], seed);
        return new(
            source, attribute, groups.Sum(group => group.Count),
            Mean(one => one.Energy), groups.Sum(group => group.Count(one => one.Energy is not null)),
            Mean(one => one.Deletion?.Map), Mean(one => one.Deletion?.GradCam), Mean(one => one.Arcc?.Score), Mean(one => one.Arcc?.Road),
            Mean(one => one.Arcc?.Coherency), Mean(one => one.Arcc?.Complexity));
    }
}
