using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Scales;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Lab;

/// <summary>A study with artificial participants; the last arm is better by as much as is asked for.</summary>
internal static class LabTrial
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static LabLog Of(int arms, bool within, int people, int effect = 1, string primary = "explanation", bool leavesOut = false,
        Func<int, string, bool>? answers = null)
    {
        var random = new LehmerRandom(11);
        Arm[] all = [.. Enumerable.Range(0, arms).Select(arm => new Arm($"arm {arm}", 1.0 / arms, new BoxWithWords()))];
        var plan = new LabPlan
        {
            Within = within, Participants = people, Information = "What happens.", AfterEachPart = StandardScales.All,
            AtTheEnd = [new("end", "At the end", [new("end-1", "One"), new("end-2", "Two", true), new("end-3", "Three")]) { Points = 7 }],
            HasAttentionChecks = true, LeavesOutInattentive = leavesOut,
        };
        var phase = new Phase(1, "study:1", all, 1, Start);
        var experiment = new Experiment
        {
            Key = "study", State = ExperimentState.Running, Phases = [phase],
            Design = new() { Arms = all, PrimaryMetric = primary, Comparison = new() { Sequential = false }, AskedShare = 0, Lab = plan },
        };
        var (participants, exposures, outcomes) = (new List<Participant>(), new List<Exposure>(), new List<Outcome>());
        var steps = LabStep.Of(plan, arms);
        for (var place = 0; place < people; place++)
        {
            var from = Start.AddHours(place);
            var participant = new Participant
            {
                Number = people - place, Unit = new Guid(place + 1, 0, 0, new byte[8]), Place = place, Step = steps.Count - 1, Device = "d",
                // Half of the clocks are in another zone.
                Reached = [.. Enumerable.Range(1, steps.Count - 1).Select(step => from.AddMinutes(5 * step)
                    .ToOffset(TimeSpan.FromHours(place % 2 == 0 ? 0 : -8)))],
                OnTwoDevices = place % 5 == 4,
            };
            var order = ArmOrders.Of(arms, within, phase.Seed, place);
            var said = new List<LabAnswer>();
            foreach (var (step, index) in steps.Select((step, index) => (step, index)))
            {
                if (step.Kind is LabStepKind.Task)
                {
                    Shop(participant, participant.ReachedAt(index)!.Value, order[step.Part - 1]);
                }
                else if (step.Kind is LabStepKind.Questions && (answers?.Invoke(place, all[order[step.Part - 1]].Key) ?? true))
                {
                    said.AddRange(Answers(step.Part, plan.AfterEachPart, order[step.Part - 1] == arms - 1 ? effect : 0));
                }
                else if (step.Kind is LabStepKind.FinalQuestions)
                {
                    said.AddRange(Answers(0, plan.AtTheEnd, 0));
                }
            }

            participants.Add(participant with { Answers = said });
        }

        participants.Add(new() { Number = people + 1, Unit = Guid.NewGuid(), Declined = true });
        participants.Add(new() { Number = people + 2, Unit = Guid.Empty, Place = people, Withdrew = true });
        participants.Add(new() { Number = people + 3, Unit = Guid.NewGuid() });
        return new(experiment, participants, exposures, outcomes);

        void Shop(Participant participant, DateTimeOffset from, int arm)
        {
            if (random.Next(9) == 0)
            {
                return; // Nothing that was explained came on their screen.
            }

            var exposure = new Exposure("study", 1, participant.Unit.ToString(), all[arm].Key, from.AddSeconds(10), "p1", 1)
            { View = new BoxWithWords() };
            exposures.Add(exposure);
            foreach (var kind in new[] { OutcomeKind.Impression, OutcomeKind.Impression, OutcomeKind.Like, OutcomeKind.Dwell,
                OutcomeKind.Click, OutcomeKind.Decision })
            {
                if (kind == OutcomeKind.Impression || random.Next(3) < 2)
                {
                    outcomes.Add(new(new Guid(outcomes.Count + 1, 0, 0, new byte[8]), exposure.Id, kind,
                        from.AddSeconds(20 + (outcomes.Count % 50)),
                        kind is OutcomeKind.Dwell or OutcomeKind.Decision
                            ? 1 + random.Next(30) + (arm == arms - 1 ? 10 * effect : 0) : 1, "p1"));
                }
            }

            // From a page that was left open: after the part, so it belongs to none.
            outcomes.Add(new(new Guid(outcomes.Count + 1, 0, 0, new byte[8]), exposure.Id, OutcomeKind.Bag, from.AddMinutes(20), 1, "p1"));
        }

        IEnumerable<LabAnswer> Answers(int part, IReadOnlyList<QuestionScale> scales, int more)
        {
            var leaning = random.Next(3);
            foreach (var (scale, item) in scales.SelectMany(scale => scale.Items, (scale, item) => (scale, item)))
            {
                var value = Math.Clamp(1 + leaning + random.Next(2) + more, 1, scale.Points);
                yield return new(part, item.Key, random.Next(25) == 0 ? null : scale.Counted(item, value));
            }

            yield return new(part, AttentionCheck.Key, random.Next(12) == 0 ? 4 : AttentionCheck.Right);
        }
    }
}
