using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Questions;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Design;

/// <summary>What the number of shoppers follows from, while it is typed in; percents where people think in percents.</summary>
public sealed class SizeDraft
{
    private const double UsualAnswerPercent = 60;

    /// <summary>What the primary metric is to show.</summary>
    public PrimaryQuestion Question { get; set; }

    /// <summary>Expected value of the control: percent for a proportion, else the metric's unit.</summary>
    public double Baseline { get; set; } = 10;

    /// <summary>Smallest effect of interest: percent of the baseline if relative, else the metric's unit.</summary>
    public double SmallestEffect { get; set; } = 10;
    public double PowerPercent { get; set; } = 80;
    public double Deviation { get; set; } = 1;

    /// <summary>Of those who are asked, percent that answer.</summary>
    public double AnswerPercent { get; set; } = UsualAnswerPercent;

    /// <summary>Correlation of the primary metric with earlier behaviour, as far as it is known.</summary>
    public double Correlation { get; set; }

    /// <summary>New shoppers a day; null where it is not known.</summary>
    public double? PerDay { get; set; }

    /// <summary>Share of the shoppers who have a value: of answers, those who are asked this question and answer.</summary>
    public double CountedShare(MetricsDraft metrics) =>
        metrics.IsAnswer ? metrics.AskedPercent / 100 / Enum.GetValues<SampledQuestion>().Length * AnswerPercent / 100 : 1;

    /// <summary>The plan for what decides.</summary>
    public SizePlan Plan(MetricsDraft metrics) => new(
        metrics.Chosen?.Kind ?? MetricKind.Proportion,
        metrics.Chosen?.Kind == MetricKind.Proportion ? Baseline / 100 : Baseline,
        (metrics.Chosen?.Difference ?? DifferenceKind.Relative) == DifferenceKind.Relative ? SmallestEffect / 100 : SmallestEffect,
        PowerPercent / 100, Deviation)
    {
        Question = Question,
        CountedShare = CountedShare(metrics),
        Correlation = metrics.Adjusted && metrics.Chosen?.Kind != MetricKind.Ratio ? Correlation : 0,
    };

    /// <summary>Begins anew for another primary metric: the figures of the one before mean nothing for it.</summary>
    public void BeginWith(Metric metric)
    {
        Take(metric, metric.Typical.Baseline, metric.Typical.Deviation);
        SmallestEffect = InWords(metric.Difference, metric.Typical.SmallestEffect);
        (Correlation, AnswerPercent) = (0, UsualAnswerPercent);
    }

    /// <summary>Plans with what an earlier experiment found.</summary>
    /// <param name="past">The figures of its control.</param>
    /// <param name="askedShare">Share of its shoppers who were asked anything.</param>
    public void Take(PastFigures past, double askedShare, MetricsDraft metrics)
    {
        if (metrics.Chosen is not { } metric)
        {
            return;
        }

        Take(metric, past.Baseline, past.Deviation);
        (Correlation, PerDay) = (Math.Round(past.Correlation, 3), Math.Round(past.UnitsPerDay, 1));
        if (metrics.IsAnswer && askedShare > 0)
        {
            AnswerPercent = Math.Round(Math.Min(100, 100 * past.CountedShare * Enum.GetValues<SampledQuestion>().Length / askedShare), 1);
        }
    }

    public static SizeDraft Of(ExperimentDesign design, MetricsDraft metrics)
    {
        if (design.Plan is not { } plan)
        {
            return new SizeDraft { Question = design.Question };
        }

        var draft = new SizeDraft
        {
            Question = design.Question,
            Baseline = Math.Round(plan.Kind == MetricKind.Proportion ? 100 * plan.Baseline : plan.Baseline, 10),
            SmallestEffect = InWords(design.Comparison.Difference, plan.SmallestEffect),
            PowerPercent = Math.Round(100 * plan.Power, 10), Deviation = plan.Deviation, Correlation = plan.Correlation,
        };
        if (metrics.IsAnswer && design.AskedShare > 0)
        {
            draft.AnswerPercent = Math.Round(100 * plan.CountedShare * Enum.GetValues<SampledQuestion>().Length / design.AskedShare, 6);
        }

        return draft;
    }

    private void Take(Metric metric, double baseline, double deviation) =>
        (Baseline, Deviation) = (Math.Round(metric.Kind == MetricKind.Proportion ? 100 * baseline : baseline, 3), Math.Round(deviation, 3));

    private static double InWords(DifferenceKind difference, double effect) =>
        Math.Round(difference == DifferenceKind.Relative ? 100 * effect : effect, 10);
}
