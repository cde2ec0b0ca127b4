using System.Globalization;
using System.Text.Json;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>The differences between what was preregistered and what was run.</summary>
public static class Deviations
{
    /// <summary>
    /// One sentence per difference; empty where it was run as preregistered. An experiment that was never preregistered has one: that.
    /// </summary>
    /// <param name="smallestArm">Units that count for the primary metric in the smallest arm of the last phase.</param>
    public static IReadOnlyList<string> Of(Experiment experiment, long smallestArm)
    {
        if (experiment.Preregistration is not { } frozen)
        {
            return ["It was not preregistered."];
        }

        if (!frozen.IsUnchanged())
        {
            return ["The stored preregistration is not the one that its hash was made of: it was changed after it was frozen."];
        }

        var planned = PreregistrationDocument.Parse(frozen.Document).Design;
        return
        [
            .. Same(planned, experiment.Design) ? Array.Empty<string>() : ["The design is not the one that was preregistered."],
            .. experiment.Phases.SelectMany(phase => OfPhase(phase, planned)),
            .. experiment.Phases.Count > 1 ? [$"It was run in {experiment.Phases.Count} phases; one was preregistered."]
                : Array.Empty<string>(),
            .. experiment.Phases is [.., { EndedAt: not null }] && planned.Lab is null && smallestArm < planned.PlannedPerArm
                ? [FormattableString.Invariant(
                    $"It ended with {smallestArm:#,0} of {planned.PlannedPerArm:#,0} planned shoppers that count in the smallest arm.")]
                : Array.Empty<string>(),
            .. planned.Lab is { } plan && experiment.Phases is [.., { EndedAt: not null }] && smallestArm < planned.PlannedPerArm
                ? [FormattableString.Invariant(
                    $"It ended with {smallestArm} people in the smallest arm; {plan.Participants} participants were planned.")]
                : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfPhase(Phase phase, ExperimentDesign planned)
    {
        foreach (var arm in phase.Arms)
        {
            var before = planned.Arms.FirstOrDefault(other => other.Key == arm.Key);
            if (before is null)
            {
                yield return $"Phase {phase.Number}: the arm '{arm.Key}' was not preregistered.";
            }
            else if (before.View != arm.View || before.Ranking != arm.Ranking)
            {
                yield return $"Phase {phase.Number}: the arm '{arm.Key}' showed \"{arm.View?.Name}\", \"{before.View?.Name}\" was "
                    + $"preregistered{(before.Ranking == arm.Ranking ? "" : ", with another ranking")}.";
            }
            else if (Math.Abs(before.Weight - arm.Weight) > 1e-9)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"Phase {phase.Number}: the arm '{arm.Key}' had a weight of {100 * arm.Weight:0.##} %, {100 * before.Weight:0.##} % "
                        + $"was preregistered.");
            }
        }

        foreach (var gone in planned.Arms.Where(arm => phase.Arms.All(other => other.Key != arm.Key)))
        {
            yield return $"Phase {phase.Number}: the arm '{gone.Key}' was preregistered and not run.";
        }

        if (Math.Abs(phase.Coverage - planned.Coverage) > 1e-9)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Phase {phase.Number}: {100 * phase.Coverage:0.##} % of the traffic took part in the end, {100 * planned.Coverage:0.##} % "
                    + $"was preregistered.");
        }
    }

    private static bool Same(ExperimentDesign one, ExperimentDesign other) => ResultsExport.Json(one) == ResultsExport.Json(other);
}
