using FashionRecs.Experiments.Overlap;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>A number of the report.</summary>
internal sealed record PackageFigure(string Section, string Metric, string Arm, string Figure, double Value);

/// <summary>The numbers of a report that are not of one arm: factors, and experiments that ran at the same time.</summary>
internal static class PackageEffects
{
    public static IEnumerable<PackageFigure> Of(PackageContent content) => Factors(content).Concat(Overlaps(content));

    private static IEnumerable<PackageFigure> Factors(PackageContent content)
    {
        foreach (var effect in content.Results.Factorial?.Effects ?? [])
        {
            if (effect.Comparison is { } found)
            {
                foreach (var (name, value) in new (string, double?)[]
                {
                    ("effect", found.Effect), ("standard_error", found.StandardError), ("degrees_of_freedom", found.DegreesOfFreedom),
                    ("low", found.Low), ("high", found.High), ("p", found.PValue), ("p_corrected", effect.CorrectedPValue),
                    ("low_corrected", effect.CorrectedLow), ("high_corrected", effect.CorrectedHigh),
                })
                {
                    yield return new("factors", content.Results.Primary.Metric.Key, effect.Name, name, value!.Value);
                }
            }
        }
    }

    private static IEnumerable<PackageFigure> Overlaps(PackageContent content)
    {
        var own = new OverlapSide(content.Experiment, content.Phase, content.Screen);
        foreach (var other in content.Beside)
        {
            var overlap = ExperimentOverlap.Of(own, other);
            yield return Figure("shared", overlap.Table.Shared);
            if (overlap.Independence is { } independence)
            {
                yield return Figure("p_independent", independence);
            }

            if (overlap.Interactions.FirstOrDefault(interaction => interaction.Experiment == content.Experiment.Key)?.PValue is { } chance)
            {
                yield return Figure("p_interaction", chance);
            }

            PackageFigure Figure(string name, double value) => new("overlap", other.Experiment.Key, "", name, value);
        }
    }
}
