using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.DataPackage;

/// <summary>A package of a 2×2 design with margins, beside which another experiment ran.</summary>
internal static class CrossedPackage
{
    public static PackageContent Of(bool sequential, string primary, int units, GroupPlan? group = null)
    {
        var (preset, trial, random) = (FactorPreset.All[0], new Trial(), new Random(units));
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with
            {
                Arms = preset.Arms, Factors = preset.Factors, PrimaryMetric = primary, Guardrails = ["hidden", "bag"],
                GuardrailMargins = new Dictionary<string, double> { ["hidden"] = 0.4 },
                Plan = new SizePlan(MetricKind.Mean, 0.3, 0.2, 0.8, 1),
                Comparison = new() { Sequential = sequential, Tuning = 800, Group = group },
            },
            Phases = [trial.Experiment.Phases[0] with { Arms = preset.Arms, EndedAt = Trial.Start.AddDays(30) }],
        };
        Arm[] others = [new("a", 0.5, new WordsOnly()), new("b", 0.5, new MapOnly())];
        var other = trial.Experiment with { Key = "where", Phases = [new Phase(1, "where:1", others, 1, Trial.Start)] };
        var (earlier, beside) = (new Dictionary<string, double>(), new List<Exposure>());
        for (var number = 0; number < units; number++)
        {
            var (unit, keen) = ($"shopper-{number}", random.NextDouble());
            var arm = trial.Experiment.Phases[0].ArmOf(unit)!;
            earlier[unit] = Math.Floor(6 * keen * keen);
            ReproduceTests.Acts(trial, trial.Expose(unit, arm.Key, Trial.Start.AddMinutes(7.3 * number)), arm.Cell!.Value.First ? 1.3 : 1,
                keen, random);
            if (number % 5 > 0)
            {
                beside.Add(new("where", 1, unit, other.Phases[0].ArmOf(unit)!.Key, Trial.Start.AddMinutes(8.1 * number), "p", 1));
            }
        }

        var (experiment, settings) = (trial.Experiment, ResultsSettings.Of(trial.Experiment.Design, group?.Reached ?? 0));
        return new PackageContent(
            experiment, experiment.Phases[0], UnitScreen.Of("why", experiment.Phases[0], trial.Exposures, trial.Outcomes, settings.Health),
            earlier, new Dictionary<string, int>(), StandardMetrics.All, settings,
            ResultsCalculator.Compute(experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, settings, earlier))
        {
            Beside = [OverlapSide.Of(other, other.Phases[0], beside, [])],
        };
    }
}
