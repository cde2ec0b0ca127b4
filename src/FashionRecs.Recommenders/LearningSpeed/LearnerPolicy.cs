using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>The shop: <see cref="PreferenceLearner"/> on opened and passed-over products, pages by <see cref="PageRanker"/>.</summary>
/// <param name="items">The catalog's vectors.</param>
/// <param name="matrix">The same, laid out for scoring.</param>
/// <param name="learner">The learner with its prior and options.</param>
/// <param name="ranking">Exploration and variety.</param>
/// <param name="seed">Seed of exploration.</param>
public sealed class LearnerPolicy(IReadOnlyList<ItemVector> items, ItemMatrix matrix, PreferenceLearner learner, RankingOptions ranking,
    int seed) : IPagePolicy
{
    private readonly Random random = new(seed);
    private PreferenceState state = learner.Start;

    /// <inheritdoc/>
    public int[] Page(int length) =>
        [.. PageRanker.Rank(matrix, item => items[item], state, length, ranking, random.Next(), _ => true, item => $"{item}")
            .Select(ranked => ranked.Item)];

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<int> page, ReadOnlySpan<bool> opened)
    {
        for (var place = 0; place < page.Length; place++)
        {
            state = learner.Update(state,
                new PreferenceEvent(opened[place] ? PreferenceSignal.View : PreferenceSignal.Skipped, items[page[place]], Position: place));
        }
    }

    /// <inheritdoc/>
    public int Reason(int item)
    {
        var best = (Value: -1, Share: 0.0);
        for (var value = 0; value < state.Length; value++)
        {
            var share = state.Mean[value] * items[item][value];
            best = share > best.Share ? (value, share) : best;
        }

        return best.Value;
    }
}
