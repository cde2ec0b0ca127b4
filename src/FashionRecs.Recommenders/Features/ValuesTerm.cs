using FashionRecs.Domain.Attributes;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "Its V-neckline": the values of the picture, weighed as the shop's own learner believes that the customer likes them
/// (<see cref="OnlineLearner"/>).
/// </summary>
public sealed class ValuesTerm(ShopProducts products, ProductAttributes attributes, AttributeVocabulary vocabulary) : IShareTerm
{
    /// <summary>The term's name among the weights.</summary>
    public const string TermName = "values of the picture";

    private readonly OnlineLearner learner = new(products, attributes, vocabulary, population: true);

    /// <inheritdoc/>
    public string Name => TermName;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => learner.Fit(history);

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => learner.Score(customer, values);
}
