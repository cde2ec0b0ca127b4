using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Tests;

/// <summary>
/// An artificial running experiment, dealt by the real assignment, with its rows as the shop's log gives them: in the order of writing,
/// with times in whole milliseconds.
/// </summary>
internal sealed class Trial(params string[] arms)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Random random = new(21);
    private readonly List<Exposure> exposures = [];
    private readonly List<Outcome> outcomes = [];

    public Experiment Experiment { get; set; } = new()
    {
        Key = "why",
        State = ExperimentState.Running,
        Design = new()
        {
            Hypothesis = "A marked region makes a reason easier to believe.",
            PrimaryMetric = "persuasion",
            Guardrails = ["hidden"],
            PlannedPerArm = 1500,
        },
        Phases = [new Phase(1, "why:1", arms.Length > 0
            ? [.. arms.Select(arm => new Arm(arm, 1.0 / arms.Length, new WordsOnly()))]
            : [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())], 1, Start)],
    };

    public IReadOnlyList<Exposure> Exposures => exposures;

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    /// <summary>Lets units come, one every minute, and like with a rate that depends on their arm.</summary>
    public Trial With(int units, double controlRate, double boxRate)
    {
        for (var unit = 0; unit < units; unit++)
        {
            var arm = Experiment.ArmOf($"u{unit}")!.Key;
            var exposure = Expose($"u{unit}", arm, Start.AddMinutes(unit));
            Add(exposure, OutcomeKind.Impression);
            if (random.NextDouble() < (arm == "box" ? boxRate : controlRate))
            {
                Add(exposure, OutcomeKind.Like);
            }

            if (random.NextDouble() < 0.2)
            {
                Add(exposure, OutcomeKind.Hide);
            }
        }

        return this;
    }

    public Exposure Expose(string unit, string arm, DateTimeOffset at)
    {
        var exposure = new Exposure("why", 1, unit, arm, at, "p1", 1, "neckline: V", new(1, 2, 3, 4))
        {
            Segments = new Dictionary<string, string> { ["device"] = unit.EndsWith('7') ? "tablet" : "phone" },
        };
        exposures.Add(exposure);
        return exposure;
    }

    public void Add(Exposure exposure, OutcomeKind kind, double value = 1, double minutes = 1, Func<Outcome, Outcome>? change = null)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(exposure.At.AddMinutes(minutes).ToUnixTimeMilliseconds());
        var outcome = new Outcome(new Guid(outcomes.Count, 0, 0, new byte[8]), exposure.Id, kind, at, value, "p1", "neckline: V");
        outcomes.Add(change?.Invoke(outcome) ?? outcome);
    }

    /// <summary>Ends the phase.</summary>
    public Trial EndedAt(DateTimeOffset end)
    {
        Experiment = Experiment with { State = ExperimentState.Stopped, Phases = [Experiment.Phases[0] with { EndedAt = end }] };
        return this;
    }

    /// <summary>Removes all rows of a shopper who asked to be deleted.</summary>
    public void Forget(string unit)
    {
        outcomes.RemoveAll(outcome => exposures.Any(exposure => exposure.Unit == unit && exposure.Id == outcome.ExposureId));
        exposures.RemoveAll(exposure => exposure.Unit == unit);
    }
}
