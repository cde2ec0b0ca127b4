using System.Globalization;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Health;

/// <summary>Whether arms differ in how many of those who were asked answer: then their answers are those of different people.</summary>
internal static class AnswersCheck
{
    public static HealthFinding Run(Phase phase, UnitScreen screen, HealthSettings settings)
    {
        const string check = "answers";
        var answered = ResponseTable.AnsweredByArm(screen.Rows);
        if (answered.Count == 0)
        {
            return new(check, HealthLevel.Fine, "Nobody was asked anything.") { WasChecked = false };
        }

        var arms = phase.Arms.Where(arm => answered.Contains(arm.Key))
            .Select(arm => (arm.Key, Asked: answered[arm.Key].Count(), Answered: answered[arm.Key].Count(yes => yes))).ToArray();
        var rates = string.Join(", ",
            arms.Select(arm =>
            FormattableString.Invariant($"{arm.Key} {arm.Answered} of {arm.Asked} ({100.0 * arm.Answered / arm.Asked:0} %)")));
        // Among those who answered, each arm should have the share that it has among those who were asked.
        var p = PValue(arms.Select(arm => (arm.Asked, arm.Answered)).ToArray());
        return p is null
            ? new(check, HealthLevel.Fine, $"Answered, of those who were asked: {rates}.")
            : new(check, p < settings.UnevenAnswersBelow ? HealthLevel.Warning : HealthLevel.Fine,
                string.Create(CultureInfo.InvariantCulture,
                $"Answered, of those who were asked: {rates}; p = "
                    + $"{p:G2}{(p < settings.UnevenAnswersBelow ? ", so the answers of the arms may be those of different people" : "")}."))
            {
                Values = new Dictionary<string, double> { ["p"] = p.Value },
            };
    }

    /// <summary>Pearson's chi-square of answered and not, by arm; null where fewer than five are expected in a cell.</summary>
    internal static double? PValue((int Asked, int Answered)[] arms)
    {
        double asked = arms.Sum(arm => arm.Asked), rate = arms.Sum(arm => arm.Answered) / asked;
        if (arms.Length < 2 || arms.Any(arm => arm.Asked * Math.Min(rate, 1 - rate) < SampleRatioTest.LeastExpected))
        {
            return null;
        }

        var statistic = arms.Sum(arm => Math.Pow(arm.Answered - (arm.Asked * rate), 2) / (arm.Asked * rate * (1 - rate)));
        return MathNet.Numerics.SpecialFunctions.GammaUpperRegularized((arms.Length - 1) / 2.0, statistic / 2);
    }
}
