using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// The learner of the shop (<see cref="PreferenceLearner"/>), replayed purchase by purchase as if each went into the bag; its score is the
/// weight of the product's values.
/// </summary>
public sealed class OnlineLearner : IRecommender
{
    private readonly ItemVector[] vectors;

    private readonly bool population;
    private readonly PreferencePrior flat;
    private PreferenceLearner learner;

    /// <param name="population">Whether the prior is learned from the training purchases (<see cref="PopulationPrior"/>), else nothing is
    /// known of a customer.</param>
    public OnlineLearner(ShopProducts products, ProductAttributes attributes, AttributeVocabulary vocabulary, bool population)
    {
        this.population = population;
        flat = PreferencePrior.Flat(vocabulary, new PreferenceOptions().PriorVariance);
        learner = new PreferenceLearner(flat, new PreferenceOptions());
        vectors = AttributeVectors.Of(products, attributes, vocabulary);
    }

    /// <inheritdoc/>
    public string Name => population ? "online-learner" : "online-learner, flat prior";

    /// <summary>The vector of every product.</summary>
    public IReadOnlyList<ItemVector> Vectors => vectors;

    /// <summary>What the learner believes of a customer after their purchases.</summary>
    public PreferenceState State(CustomerHistory customer) =>
        learner.Replay(customer.Items.Select(item => new PreferenceEvent(PreferenceSignal.Bag, vectors[item])));

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        if (population)
        {
            learner = new PreferenceLearner(PopulationPrior.Fit([.. history.Customers.Select(customer => customer.Items)], vectors, flat),
                new PreferenceOptions());
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var state = State(customer);
        for (var item = 0; item < scores.Length; item++)
        {
            var sum = 0.0;
            for (var value = 0; value < vectors[item].Length; value++)
            {
                sum += vectors[item].Quanta[value] == 0 ? 0 : state.Mean[value] * vectors[item][value];
            }

            scores[item] = (float)sum;
        }
    }
}
