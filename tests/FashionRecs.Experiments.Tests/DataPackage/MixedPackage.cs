using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Mixed;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.DataPackage;

/// <summary>A package whose primary metric has a mixed logit: shoppers and products who differ in how readily they are liked.</summary>
internal static class MixedPackage
{
    public static PackageContent Of(int units)
    {
        var trial = new Trial();
        Arm[] arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())];
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with
            {
                Arms = arms, PrimaryMetric = "persuasion", Guardrails = [], Comparison = new() { Sequential = false },
            },
            Phases = [trial.Experiment.Phases[0] with { Arms = arms, EndedAt = Trial.Start.AddDays(9) }],
        };
        var random = new Random(units);
        var phase = trial.Experiment.Phases[0];
        for (var number = 0; number < units; number++)
        {
            var unit = $"shopper-{number}";
            var exposure = trial.Expose(unit, phase.ArmOf(unit)!.Key, Trial.Start.AddMinutes(number));
            var keen = random.NextDouble();
            for (var product = 0; product < 5; product++)
            {
                var name = $"p{(number + product) % 12}";
                trial.Add(exposure, OutcomeKind.Impression, change: outcome => outcome with { Product = name });
                if (random.NextDouble() < 0.15 + (0.3 * keen) + (0.02 * ((number + product) % 12)))
                {
                    trial.Add(exposure, OutcomeKind.Like, change: outcome => outcome with { Product = name });
                }
            }
        }

        var settings = ResultsSettings.Of(trial.Experiment.Design);
        var screen = UnitScreen.Of("why", phase, trial.Exposures, trial.Outcomes, settings.Health);
        var results = ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, settings);
        var primary = StandardMetrics.All.Single(metric => metric.Key == "persuasion");
        return new PackageContent(trial.Experiment, phase, screen, new Dictionary<string, double>(), new Dictionary<string, int>(),
            StandardMetrics.All, settings, results with
            {
                Impressions = ImpressionModel.Of(primary, phase, screen.Rows, settings.Comparison.Alpha, out _),
            });
    }
}
