using System.ComponentModel.DataAnnotations;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Application.Complements;

/// <summary>Every number of pairings that a shop may set.</summary>
public sealed class PairingOptions
{
    /// <summary>
    /// The weight of each share, by name, each at least 0. Default: those that ship with the project; without their file there are no
    /// pairings.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public IReadOnlyDictionary<string, double> Weights { get; set; } =
        File.Exists(ShareWeights.ShippedPath) ? ShareWeights.Load(ShareWeights.ShippedPath) : ShareWeights.None;

    /// <summary>
    /// How much the weights of shares differ from shopper to shopper: standard deviation of what a share adds between two products that
    /// differ by one standard deviation of its evidence, from 0 (all weights count alike for everybody) to 10. Default 0.1.
    /// </summary>
    [Range(0.0, 10.0)]
    public double WeightDeviation { get; set; } = 0.1;

    /// <summary>
    /// How long what was learned is taken for fresh before it is asked whether anything happened. Default one second, more than 0.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan Fresh { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Learning anew takes one part in this many of the time at most, at least 1. Default 10.</summary>
    [Range(1, int.MaxValue)]
    public int LearningShare { get; set; } = 10;
}
