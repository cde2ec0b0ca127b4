using FashionRecs.Experiments.Preregistration;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>
/// What researchers do to experiments. Each action returns the experiment after it, with an entry in its audit trail, or
/// throws <see cref="InvalidOperationException"/> with one sentence if the experiment's state does not allow it.
/// </summary>
/// <param name="clock">Tells the time of entries and phases.</param>
public sealed class ExperimentActions(TimeProvider clock)
{
    /// <summary>A new draft.</summary>
    public Experiment Create(string key, ExperimentDesign design, string who) =>
        Entered(new Experiment { Key = key, Design = design, Authors = [who] }, who, "Created the draft.");

    /// <summary>Replaces the design of a draft.</summary>
    public Experiment Edit(Experiment experiment, ExperimentDesign design, string who)
    {
        Require(experiment, ExperimentState.Draft, "edited");
        return Entered(experiment with { Design = design, Authors = [.. experiment.Authors.Append(who).Distinct()] }, who,
            "Changed the design.");
    }

    /// <summary>
    /// Hands a draft to review and freezes it as its preregistration; the problems found by <see cref="DesignCheck"/> must be none.
    /// </summary>
    public Experiment Submit(Experiment experiment, IReadOnlyList<string> problems, string who)
    {
        Require(experiment, ExperimentState.Draft, "submitted");
        RequireNone(problems);
        var submitted = Entered(experiment with { State = ExperimentState.Review }, who, "");
        var at = submitted.Audit[^1].At;
        var frozen = FrozenDesign.Of(PreregistrationDocument.Of(experiment, at).ToJson(), at);
        return submitted with
        {
            Preregistration = frozen,
            Audit = [.. experiment.Audit,
                submitted.Audit[^1] with { What = $"Submitted it for review and froze the preregistration, SHA-256 {frozen.Sha256}." }],
        };
    }

    /// <summary>Takes a reviewed experiment back to draft.</summary>
    public Experiment Reject(Experiment experiment, string who, string why)
    {
        Require(experiment, ExperimentState.Review, "sent back");
        return Entered(experiment with { State = ExperimentState.Draft, Preregistration = null }, who, $"Sent it back: {why}");
    }

    /// <summary>
    /// Approves an experiment in review and starts its first phase; the problems are checked again, as layers may have filled. Who wrote
    /// the design cannot review it.
    /// </summary>
    public Experiment Start(Experiment experiment, IReadOnlyList<string> problems, string who)
    {
        Require(experiment, ExperimentState.Review, "started");
        if (experiment.Authors.Contains(who))
        {
            throw new InvalidOperationException("Whoever wrote a design cannot review it: somebody else has to approve and start it.");
        }

        RequireNone(problems);
        var started =
            Entered(experiment with { State = ExperimentState.Running }, who,
            $"Approved it. Started phase 1.{Rankings(experiment.Design.Arms)}");
        return started with { Phases = [NextPhase(started, started.Design.Arms, started.Design.Coverage)] };
    }

    /// <summary>Raises the share of traffic of a running phase; lowering it would drop units, which needs a new phase.</summary>
    public Experiment Ramp(Experiment experiment, double coverage, string who)
    {
        Require(experiment, ExperimentState.Running, "ramped");
        RequireShoppers(experiment);
        var phase = experiment.Phases[^1];
        if (!(coverage > phase.Coverage && coverage <= 1))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The share of traffic can only be raised within a phase, from {phase.Coverage} up to 1; {coverage} was asked for."));
        }

        var entered =
            Entered(experiment, who, FormattableString.Invariant($"Raised the share of traffic from {phase.Coverage} to {coverage}."));
        return entered with { Phases = [.. experiment.Phases.SkipLast(1), phase with { Coverage = coverage }] };
    }

    /// <summary>Changes arms, weights or coverage of a running experiment: ends its phase and begins a new one.</summary>
    public Experiment NewPhase(Experiment experiment, IReadOnlyList<Arm> arms, double coverage, string who)
    {
        Require(experiment, ExperimentState.Running, "given a new phase");
        RequireShoppers(experiment);
        if (experiment.Design.Interleaving is not null)
        {
            throw new InvalidOperationException(
                "An interleaving has one list for everybody and no arms to change. Stop it, and design another one.");
        }

        RequireNone([.. DesignCheck.ArmProblems(arms),
            .. DesignCheck.RankingProblem(experiment.Design.Surface, arms) is { } problem ? [problem] : Array.Empty<string>()]);
        if (coverage is not (> 0 and <= 1))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The share of traffic is {coverage}; it must lie above 0 and up to 1."));
        }

        var entered =
            Entered(experiment, who, $"Started phase {experiment.Phases.Count + 1} with other arms, weights or traffic.{Rankings(arms)}");
        var ended = experiment.Phases[^1] with { EndedAt = entered.Audit[^1].At };
        return entered with { Phases = [.. experiment.Phases.SkipLast(1), ended, NextPhase(entered, arms, coverage)] };
    }

    /// <summary>Stops a running experiment for good; the reason stands in the report.</summary>
    public Experiment Stop(Experiment experiment, string who, string why)
    {
        Require(experiment, ExperimentState.Running, "stopped");
        if (string.IsNullOrWhiteSpace(why))
        {
            throw new InvalidOperationException("Why is it stopped? The reason stands in the report.");
        }

        var entered = Entered(experiment with { State = ExperimentState.Stopped }, who, $"Stopped it: {why}");
        return entered with { Phases = [.. experiment.Phases.SkipLast(1), experiment.Phases[^1] with { EndedAt = entered.Audit[^1].At }] };
    }

    /// <summary>Puts a draft or a stopped experiment away.</summary>
    public Experiment Archive(Experiment experiment, string who)
    {
        if (experiment.State is not (ExperimentState.Draft or ExperimentState.Stopped))
        {
            throw new InvalidOperationException(
                $"The experiment '{experiment.Key}' is {Name(experiment.State)}; only a draft or a stopped one can be archived.");
        }

        return Entered(experiment with { State = ExperimentState.Archived }, who, "Archived it.");
    }

    private static string Rankings(IReadOnlyList<Arm> arms) => ArmRankings.InWords(arms) is { } rankings ? $" Ranking: {rankings}." : "";

    private static Phase NextPhase(Experiment experiment, IReadOnlyList<Arm> arms, double coverage)
    {
        var number = experiment.Phases.Count + 1;
        return new Phase(number, $"{experiment.Key}:{number}", arms, coverage, experiment.Audit[^1].At);
    }

    private Experiment Entered(Experiment experiment, string who, string what)
    {
        // A clock moved back must not put an action before the one it followed.
        var now = clock.GetUtcNow();
        var at = experiment.Audit is [.., var last] && last.At > now ? last.At : now;
        return experiment with { Audit = [.. experiment.Audit, new AuditEntry(at, who, what)] };
    }

    private static void Require(Experiment experiment, ExperimentState state, string action)
    {
        if (experiment.State != state)
        {
            throw new InvalidOperationException(
                $"The experiment '{experiment.Key}' is {Name(experiment.State)}; only one that is {Name(state)} can be {action}.");
        }
    }

    private static void RequireShoppers(Experiment experiment)
    {
        if (experiment.Design.Lab is not null)
        {
            throw new InvalidOperationException(
                "A study with participants stays as it began: those who are in the middle of it would see another one. Stop it instead.");
        }
    }

    private static void RequireNone(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(" ", problems));
        }
    }

    private static string Name(ExperimentState state) => state switch
    {
        ExperimentState.Draft => "a draft",
        ExperimentState.Review => "in review",
        ExperimentState.Running => "running",
        ExperimentState.Stopped => "stopped",
        _ => "archived",
    };
}
