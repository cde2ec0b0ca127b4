using CsCheck;
using FashionRecs.Domain.Hashing;
using FashionRecs.Experiments.Assignment;

namespace FashionRecs.Experiments.Tests.Assignment;

public class AssignmentPropertyTests
{
    private const int Units = 4000;

    /// <summary>Weights of two to six arms that add up to 1, none below a twentieth or so.</summary>
    private static readonly Gen<double[]> Weights = Gen.Double[0.2, 1].Array[2, 6]
        .Select(parts => parts.Select(part => part / parts.Sum()).ToArray());

    private static readonly Gen<(double[] Weights, double Coverage, string Seed)> Designs =
        Gen.Select(Weights, Gen.Double[0, 1], Gen.String[0, 12]);

    [Fact]
    public void Choose_SameUnit_IsAlwaysInTheSameArm() => Gen.Select(Designs, Gen.String).Sample((design, unit) =>
        ArmOf(design.Weights, design.Coverage, design.Seed, unit) == ArmOf([.. design.Weights], design.Coverage, new string(design.Seed),
            new string(unit)));

    [Fact]
    public void Choose_CoverageGrows_MovesNobodyToAnotherArm() =>
        Gen.Select(Designs, Gen.Double[0, 1], Gen.String).Sample((design, other, unit) =>
        {
            var before = ArmOf(design.Weights, Math.Min(design.Coverage, other), design.Seed, unit);
            return before < 0 || before == ArmOf(design.Weights, Math.Max(design.Coverage, other), design.Seed, unit);
        });

    [Fact]
    public void Create_AnyDesign_RangesKeepToTheirWeightsAndDoNotOverlap() => Designs.Sample(design =>
    {
        var ranges = BucketRanges.Create(design.Weights.Length, design.Coverage, design.Weights);
        return ranges.Zip(design.Weights).All(pair => Math.Abs(pair.First.End - pair.First.Start - (design.Coverage * pair.Second)) < 1e-9)
            && ranges.Zip(ranges.Skip(1)).All(pair => pair.First.End <= pair.Second.Start + 1e-9)
            && ranges[^1].End <= 1 + 1e-9;
    });

    [Fact]
    public void Choose_ManyUnits_FillEachArmWithinFiveStandardErrorsOfItsShare() => Designs.Sample(design =>
    {
        var arms = Enumerable.Range(0, Units).Select(unit => ArmOf(design.Weights, design.Coverage, design.Seed, $"{unit}"))
            .ToLookup(arm => arm);
        return design.Weights.Select((weight, arm) => (Share: weight * design.Coverage, Found: arms[arm].Count() / (double)Units))
            // The hash has 10,000 steps, so that a range may be a step wider or narrower.
            .All(one => Math.Abs(one.Found - one.Share) <= 1e-4 + (5 * Math.Sqrt(one.Share * (1 - one.Share) / Units)) + (5.0 / Units));
    }, iter: 50);

    private static int ArmOf(double[] weights, double coverage, string seed, string unit) =>
        BucketRanges.Choose(UnitHash.Compute(seed, unit)!.Value, BucketRanges.Create(weights.Length, coverage, weights));
}
