using FashionRecs.Experiments.Overlap;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>A number of the report.</summary>
internal sealed record PackageFigure(string Section, string Metric, string Arm, string Figure, double Value);

/// <summary>The numbers of a report that are not of one arm: factors, and experiments that ran at the same time.</summary>
internal static class PackageEffects
{
    public static IEnumerable<PackageFigure> Of(PackageContent content) =>
        Factors(content).Concat(Overlaps(content)).Concat(Impressions(content));

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

    private static IEnumerable<PackageFigure> Impressions(PackageContent content)
    {
        if (content.Results.Impressions is not { } found)
        {
            yield break;
        }

        var (fit, metric) = (found.Fit, content.Results.Primary.Metric.Key);
        foreach (var (name, value) in new[] { ("shown", found.Shown), ("hits", found.Hits), ("shoppers", found.Shoppers),
            ("products", found.Products), ("intercept", fit.Effects[0].LogOdds), ("intercept_error", fit.Effects[0].StandardError),
            ("shopper_deviation", fit.ShopperDeviation), ("product_deviation", fit.ProductDeviation), ("deviance", fit.Deviance) })
        {
            yield return new("mixed", metric, "", name, value);
        }

        foreach (var (arm, effect) in found.Arms.Zip(fit.Effects.Skip(1)))
        {
            foreach (var (name, value) in new[] { ("log_odds", effect.LogOdds), ("log_odds_error", effect.StandardError),
                ("odds_ratio", arm.OddsRatio), ("low_corrected", arm.Low), ("high_corrected", arm.High), ("p_corrected", arm.PValue) })
            {
                yield return new("mixed", metric, arm.Arm, name, value);
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
