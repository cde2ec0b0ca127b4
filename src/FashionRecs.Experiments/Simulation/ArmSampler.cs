using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Simulation;

/// <summary>Draws the sums of one arm's units between two looks.</summary>
internal sealed class ArmSampler
{
    private readonly Func<Random, SummedStatistic> draw;

    /// <param name="units">Units between two looks, 2 or more.</param>
    /// <param name="mean">The arm's true mean.</param>
    public ArmSampler(PowerPlan plan, long units, double mean)
    {
        var left = Math.Sqrt(1 - (plan.Correlation * plan.Correlation));
        if (plan.Kind == MetricKind.Proportion && plan.Correlation == 0)
        {
            var sampler = new BinomialSampler(units, mean);
            draw = random => new ProportionStatistic(units, sampler.Next(random));
        }
        else if (plan.Scale is var (least, most) && plan.Correlation == 0)
        {
            var control = OrdinalDistribution.Of(plan.Baseline, plan.Deviation, least, most);
            var answers = mean == plan.Baseline ? control : control.ShiftedTo(mean);
            draw = random => MeanStatistic.Of(Enumerable.Range(0, (int)units).Select(_ => (double)answers.Next(random)));
        }
        else
        {
            var deviation = left * (plan.Kind == MetricKind.Proportion ? Math.Sqrt(mean * (1 - mean)) : plan.Deviation);
            draw = random =>
            {
                var average = Normal.Sample(random, mean, deviation / Math.Sqrt(units));
                var squares = deviation * deviation * ChiSquared.Sample(random, units - 1);
                return new MeanStatistic(units, units * average, squares + (units * average * average));
            };
        }
    }

    public SummedStatistic Next(Random random) => draw(random);
}
