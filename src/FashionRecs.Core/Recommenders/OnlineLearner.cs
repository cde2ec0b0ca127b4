using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;
using FashionRecs.Core.Preferences;
using FashionRecs.Core.Purchases;
using FashionRecs.Core.Recommenders.Shares;

namespace FashionRecs.Core.Recommenders;

/// <summary>The learner of the shop (<see cref="PreferenceLearner"/>), replayed purchase by purchase as if each went into the bag; its score is the weight of the product's values.</summary>
public sealed class OnlineLearner : IRecommender
{
    private readonly PreferenceLearner learner;
    private readonly ItemVector[] vectors;

    public OnlineLearner(ProductList products, ProductAttributes attributes, AttributeVocabulary vocabulary)
    {
        learner = new PreferenceLearner(PreferencePrior.Flat(vocabulary, 1), new PreferenceOptions());
        vectors = [.. Enumerable.Range(0, products.Count).Select(item => Vector(item, attributes, vocabulary))];
    }

    /// <inheritdoc/>
    public string Name => "online-learner";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var state = learner.Replay(customer.Items.Select(item => new PreferenceEvent(PreferenceSignal.Bag, vectors[item])));
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

    private static ItemVector Vector(int item, ProductAttributes attributes, AttributeVocabulary vocabulary)
    {
        var quanta = new byte[vocabulary.Values.Count];
        foreach (var attribute in vocabulary.Attributes)
        {
            if (attributes.Traits.TryGetValue(attribute.Code, out var traits) && traits[item] < attribute.Values.Count && !attribute.Values[traits[item]].IsInvisible)
            {
                quanta[attribute.Start + traits[item]] = ItemVector.Scale;
            }
        }

        return ItemVector.FromQuanta(quanta);
    }
}
