using FashionRecs.Application.Complements;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Application.Shop.Replay;

/// <summary>
/// The shop itself as a recommender: customers of a table of purchases are its shoppers, whatever they bought went into their bags, and
/// products score as <see cref="ShopSnapshot"/> scores them on the pages. Safe to call from several threads once fitted.
/// </summary>
/// <param name="name">Names it in reports.</param>
/// <param name="items">The shop's catalog.</param>
/// <param name="vocabulary">The vocabulary of its tags.</param>
/// <param name="options">How a shop is set.</param>
/// <param name="weigh">What the shares of the evidence count, learned from the purchases.</param>
public sealed class ReplayedShop(
    string name, IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary, ReplayOptions options,
    Func<PurchaseHistory, IReadOnlyDictionary<string, double>> weigh)
    : IRecommender
{
    private readonly CatalogSnapshot catalog = new(vocabulary, 0, items);
    private readonly Dictionary<string, ItemVector> vectors = items.ToDictionary(item => item.Product.Id, item => item.Vector,
        StringComparer.Ordinal);
    private PurchaseHistory? learned;
    private ShopperLearner? shoppers;
    private ShopRanking? ranking;
    private PairingModel? model;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        learned = history;
        var products = history.Products;
        shoppers = new ShopperLearner(new PreferenceLearner((options.Prior ?? Learn(history)).Among(catalog.Matrix), options.Preferences));
        ranking = new ShopRanking(shoppers, new Explainer(new ExplanationOptions()), options.Ranking, vocabulary);
        // Purchases of a table count without the time that a shop lets pass before it counts a stranger's.
        var log = history.Purchases.Select(purchase => new LoggedChoice(
            new ShopperChoice(purchase.Customer, products[purchase.Product].Code, purchase.Day), DateTimeOffset.MinValue, null));
        var choices = CrowdChoices.Admit([.. log], options.Crowd, DateTimeOffset.MaxValue);
        model = PairingModel.Fit(
            catalog.Items, vocabulary, choices, weigh(history), options.Crowd.Least,
                new EvidenceLearner(options.Preferences, options.Pairings.WeightDeviation));
    }

    private PreferencePrior Learn(PurchaseHistory history) => PopulationPrior.Fit(
        [.. history.Customers.Select(customer => customer.Items)], [.. history.Products.Products.Select(product => vectors[product.Code])],
        PreferencePrior.Flat(vocabulary, options.Preferences.PriorVariance)).Centred();

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var scored = Open(customer).Scores();
        for (var product = 0; product < scores.Length; product++)
        {
            scores[product] = scored[catalog.IndexOf(learned!.Products[product].Code)];
        }
    }

    /// <summary>The shop as it is for a customer.</summary>
    /// <param name="customer">What they bought.</param>
    public ShopSnapshot Open(CustomerHistory customer)
    {
        var (history, shop) = (learned, ranking);
        if (history is null || shop is null || shoppers is null || model is null)
        {
            throw new InvalidOperationException("The shop has learned from no purchases yet.");
        }

        var profile = shoppers.Of(new ShopperHistory(customer.Items.Length,
            [.. Enumerable.Range(0, customer.Items.Length).Select(Bought)]));
        return shop.Open(catalog, profile, question => question == PairingQuestion.Everybody ? model.EvidenceForEverybody()
            : model.Evidence(question.Chosen, question.Acts));

        (ShopperEvent, PreferenceEvent) Bought(int at)
        {
            var code = history.Products[customer.Items[at]].Code;
            var day = history.LastDay.AddDays(-customer.Ages[at]).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            return (new ShopperEvent(Guid.Empty, Guid.Empty, PreferenceSignal.Bag, code) { At = day },
                new PreferenceEvent(PreferenceSignal.Bag, vectors[code]));
        }
    }
}
