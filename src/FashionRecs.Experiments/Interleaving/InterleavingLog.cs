using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>One phase of an interleaving with all that was logged in it.</summary>
public sealed class InterleavingLog
{
    /// <summary>Sorts what was logged.</summary>
    /// <param name="experiment">The experiment; its design interleaves two rankings.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="exposures">Exposures of every phase.</param>
    /// <param name="outcomes">Outcomes of every phase.</param>
    /// <param name="deleted">How many units were deleted on request, by arm.</param>
    public InterleavingLog(Experiment experiment, Phase phase, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes,
        IReadOnlyDictionary<string, int> deleted)
    {
        (Experiment, Phase, Deleted) = (experiment, phase, deleted);
        Rankings = experiment.Design.Interleaving
            ?? throw new InvalidOperationException($"The experiment '{experiment.Key}' interleaves nothing.");
        Screen = UnitScreen.Of(experiment.Key, phase, exposures, outcomes, new HealthSettings());
        Acts = [.. Screen.Rows.SelectMany(Of)];
        Credits = [.. Acts.Where(act => Rankings.Counts(act.Outcome.Kind)).DistinctBy(act => (act.Unit, act.Outcome.Product))];
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>The phase.</summary>
    public Phase Phase { get; }

    /// <summary>The two rankings.</summary>
    public InterleavedRankings Rankings { get; }

    /// <summary>Its units: who counts, and who does not.</summary>
    public UnitScreen Screen { get; }

    /// <summary>How many units were deleted on request, by arm.</summary>
    public IReadOnlyDictionary<string, int> Deleted { get; }

    /// <summary>
    /// What the units that count did with products that a ranking picked for them, in the order of time. On other pages, such as the
    /// product's own, it is the act of the ranking that had the product on screen last.
    /// </summary>
    public IReadOnlyList<TeamAct> Acts { get; }

    /// <summary>
    /// The acts that count: of each product of each unit the first, however often it was opened, liked and put in the bag.
    /// </summary>
    public IReadOnlyList<TeamAct> Credits { get; }

    private IEnumerable<TeamAct> Of(UnitRow row)
    {
        var picked = new Dictionary<string, Team>(StringComparer.Ordinal);
        foreach (var outcome in row.Outcomes.OrderBy(outcome => outcome.At))
        {
            if (outcome.Product is not { } product)
            {
                continue;
            }

            if (Rankings.TeamOf(outcome.Ranking) is { } team)
            {
                picked[product] = team;
            }

            if (picked.TryGetValue(product, out var of))
            {
                yield return new TeamAct(row.Exposure.Unit, outcome, of);
            }
        }
    }
}

/// <summary>Something that a unit did with a product that a ranking picked.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Outcome">What it did; it has a product.</param>
/// <param name="Team">The ranking.</param>
public sealed record TeamAct(string Unit, Outcome Outcome, Team Team);
