using FashionRecs.Domain.Preferences;

namespace FashionRecs.Recommenders.Sessions;

/// <summary>
/// The shop's learner on the attributes of the clicks: each click is an opened product, and the score is the sum of the weights of a
/// product's values. Its prior is either flat or learned from the training sessions (<see cref="PopulationPrior"/>).
/// </summary>
/// <param name="population">Whether the prior is learned.</param>
public sealed class ClickLearner(bool population) : INextClick
{
    private ClickedCatalog? catalog;
    private PreferenceLearner? learner;

    /// <inheritdoc/>
    public string Name => population ? "learner, population prior" : "learner, flat prior";

    /// <inheritdoc/>
    public void Fit(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions)
    {
        this.catalog = catalog;
        var values = catalog.Vectors[0].Length;
        var prior = population
            ? PopulationPrior.Fit([.. sessions.Select(session => session.Models.Distinct().ToArray())], catalog.Vectors)
            : PreferencePrior.Independent(new double[values], Enumerable.Repeat(1.0, values).ToArray());
        learner = new PreferenceLearner(prior, new PreferenceOptions());
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> seen, Span<float> scores)
    {
        var state = learner!.Replay(seen.ToArray().Select(model => new PreferenceEvent(PreferenceSignal.Like, catalog!.Vectors[model])));
        for (var model = 0; model < scores.Length; model++)
        {
            scores[model] = state.Weights.Score(catalog!.Vectors[model]);
        }
    }
}
