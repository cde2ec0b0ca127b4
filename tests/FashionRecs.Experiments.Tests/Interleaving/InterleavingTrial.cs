using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Experiments.Tests.Interleaving;

/// <summary>Logs of made-up shoppers who see two rankings in one list.</summary>
internal static class InterleavingTrial
{
    public const string Key = "rank";
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An experiment that runs.</summary>
    public static Experiment Experiment(long planned = 100, InterleavingCredit credit = InterleavingCredit.Liked)
    {
        Arm[] arms = [new("interleaved", 1, new NoExplanation())];
        return new Experiment
        {
            Key = Key, State = ExperimentState.Running, Phases = [new Phase(1, $"{Key}:1", arms, 1, Start)],
            Design = new()
            {
                Hypothesis = "Taste beats what others chose.", Arms = arms, Comparison = new() { Sequential = false },
                Interleaving = new("popular", "as-the-shop") { Credit = credit }, PlannedUnits = planned, PlannedPerArm = planned,
            },
        };
    }

    /// <summary>Shoppers who see eight products, four of each ranking, and like each with a chance that depends on its ranking.</summary>
    public static InterleavingLog Of(int shoppers, double likesOfA, double likesOfB, long planned = 100, int seed = 1,
        InterleavingCredit credit = InterleavingCredit.Liked)
    {
        var random = new Random(seed);
        var (exposures, outcomes) = (new List<Exposure>(), new List<Outcome>());
        for (var number = 0; number < shoppers; number++)
        {
            var exposure = Seen($"shopper-{number}", Start.AddMinutes(number));
            exposures.Add(exposure);
            for (var place = 0; place < 8; place++)
            {
                var (product, ofB) = ($"p{place}", (place + number) % 2 == 0);
                var ranking = ofB ? "as-the-shop" : "popular";
                outcomes.Add(Act(exposure, OutcomeKind.Impression, product, 1, ranking));
                if (random.NextDouble() < (ofB ? likesOfB : likesOfA))
                {
                    outcomes.Add(Act(exposure, OutcomeKind.Click, product, 2, ranking));
                    // Liked on its own page, which no ranking decides, and put in the bag as well.
                    outcomes.Add(Act(exposure, OutcomeKind.LikeOpened, product, 3, null));
                    outcomes.Add(Act(exposure, OutcomeKind.Bag, product, 4, null));
                }
            }
        }

        return Log(Experiment(planned, credit), exposures, outcomes);
    }

    public static InterleavingLog Log(Experiment experiment, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes) =>
        new(experiment, experiment.Phases[0], exposures, outcomes, new Dictionary<string, int> { ["interleaved"] = 2 });

    public static Exposure Seen(string unit, DateTimeOffset at) => new(Key, 1, unit, "interleaved", at, "p0", 1);

    public static Outcome Act(Exposure exposure, OutcomeKind kind, string product, int minutes, string? ranking) => new(
        OutcomeIdentity.Of(exposure.Id, kind, $"{product} {minutes}"), exposure.Id, kind, exposure.At.AddMinutes(minutes), 1, product)
    {
        Ranking = ranking,
    };
}
