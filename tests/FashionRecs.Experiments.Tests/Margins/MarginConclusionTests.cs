using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Margins;

public class MarginConclusionTests
{
    [Theory]
    [InlineData(PrimaryQuestion.Equivalence, 0.5, "the difference being smaller than 50.0 % of its value either way: 'box'.")]
    [InlineData(PrimaryQuestion.Equivalence, 0.02, "within 2.0 % of its value has not been shown for 'box'.")]
    [InlineData(PrimaryQuestion.NonInferiority, 0.5, "opening\" by 50.0 % of its value or more: 'box'.")]
    [InlineData(PrimaryQuestion.NonInferiority, 0.02, "has not been shown for 'box'.")]
    [InlineData(PrimaryQuestion.Difference, 0.5, "of 50.0 % of its value or more, the smallest worth finding, can be ruled out.")]
    public void Conclusion_OfAMargin_SaysWhatIsShown(PrimaryQuestion question, double margin, string says) =>
        Assert.Contains(says, Results(question, margin, 0.3).Conclusion);

    [Fact]
    public void Conclusion_DifferenceThatIsNotRuledOut_SaysNothingOfTheMargin() =>
        Assert.DoesNotContain("ruled out", Results(PrimaryQuestion.Difference, 0.02, 0.3).Conclusion);

    [Theory]
    [InlineData(0.9, "The guardrail \"Hid a product\" holds with 'box': not worse by 90.0 % of its value or more.")]
    [InlineData(0.01, "The guardrail \"Hid a product\" is not shown to hold with 'box'.")]
    public void Conclusion_GuardrailWithAMargin_HoldsOrIsOpen(double margin, string says)
    {
        var results = Results(PrimaryQuestion.Difference, 0.3, 0.3, margin);

        Assert.Contains(says, results.Conclusion);
        // Less is better here: hiding more is worse.
        Assert.Equal(margin > 0.5, results.Guardrails[0].Arms[1].Margin!.IsNonInferior);
        Assert.Null(results.Guardrails[0].Arms[0].Margin);
    }

    private static ExperimentResults Results(PrimaryQuestion question, double margin, double rate, double? guardrail = null)
    {
        var trial = new Trial().With(3000, rate, rate);
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with
            {
                Plan = new SizePlan(MetricKind.Proportion, 0.3, margin, 0.8, 1) { Question = question },
                GuardrailMargins = guardrail is { } most ? new Dictionary<string, double> { ["hidden"] = most }
                    : new Dictionary<string, double>(),
            },
        };
        return ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, new());
    }
}
