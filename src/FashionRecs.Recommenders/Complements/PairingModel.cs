using System.Numerics.Tensors;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// What goes with what in one shop: the explained sum of shares (<see cref="ShareSum"/>) with given weights over the shop's own catalog and
/// its shoppers' own choices. What each adds is kept in hundredths, so that a score is the sum of what is printed, to the last digit.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class PairingModel
{
    /// <summary>
    /// Said of products that nobody bought yet. Its weight was learned where every candidate was bought in the end, so that "not yet" meant
    /// "just in"; in a shop it would speak for whatever nobody wants.
    /// </summary>
    private const string NotInAShop = "new";

    /// <summary>The share that does not depend on who asks.</summary>
    private const string SameForAll = "popularity";

    /// <summary>Chosen products from which on a share is compared with theirs alone.</summary>
    private const int EnoughChosen = 5;

    /// <summary>A shopper's latest choices that count; a longer list makes them slower, not wiser.</summary>
    private const int MostChosen = 40;

    /// <summary>
    /// Products of which is learned what is often chosen together; its work grows with the cube, and 1,000 take a tenth of a second.
    /// </summary>
    private const int MostTogether = 1_000;

    /// <summary>
    /// What a learned weight of a value counts beside the evidence. Purchases alone would give .10; of 1, .5, .25 and .1, .5 is the most
    /// that costs nothing that can be told from noise (Evaluation/README.md), and the picture is what the shop can show.
    /// </summary>
    public const float ValuesWeight = 0.5f;

    private static readonly EaseOptions Together =
        new() { Lambda = ShareTerms.Lambda, MinBuyers = ShareTerms.MinBuyers, MostProducts = MostTogether };

    private readonly IReadOnlyList<CatalogItem> items;
    private readonly PurchaseHistory history;
    private readonly EvidenceLearner? learner;
    private readonly PairingWords words;
    private readonly EvidenceTerm[] terms;
    private readonly EvidenceTerm[] beside;

    private PairingModel(
        IReadOnlyList<CatalogItem> items, PurchaseHistory history, ShareSum sum, AttributeVocabulary vocabulary, int least,
            EvidenceLearner? learner)
    {
        (this.items, this.history, this.learner) = (items, history, learner);
        words = new PairingWords(items, history, vocabulary, least);
        terms = [.. sum.Terms.Select((term, at) => new EvidenceTerm(
            term, PairingLabels.Of(term.Name, vocabulary), sum.Likeliest[at], sum.Weights[at] - sum.Likeliest[at]))];
        beside = [.. terms.Where(term => vocabulary.Attributes.All(attribute => attribute.Code != term.Name))];
    }

    /// <summary>Learns from what shoppers chose.</summary>
    /// <param name="items">The catalog; at least one product.</param>
    /// <param name="vocabulary">The vocabulary of its tags.</param>
    /// <param name="choices">What all shoppers chose.</param>
    /// <param name="weights">The weight of each share, by name; those without one are left out.</param>
    /// <param name="least">From how many shoppers on something is said of what others chose, at least 1.</param>
    /// <param name="learner">Learns what each share counts for one shopper; null where all count alike for everybody.</param>
    public static PairingModel Fit(
        IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary, IReadOnlyList<ShopperChoice> choices,
        IReadOnlyDictionary<string, double> weights,
        int least = 2, EvidenceLearner? learner = null)
    {
        var products = PairingInputs.Products(items);
        var attributes = PairingInputs.Attributes(items, vocabulary);
        var terms = ShareTerms.Create(products, attributes, ease: Together)
            .Where(term => term.Name != NotInAShop && weights.GetValueOrDefault(term.Name) + ShareSum.RaiseOf(term.Name) > 0).ToArray();
        var sum = new ShareSum("pairings", products, attributes, weights, terms: terms, learns: false);
        var history = PairingInputs.History(products, choices);
        sum.Fit(history);
        return new PairingModel(items, history, sum, vocabulary, least, learner);
    }

    /// <summary>
    /// Learns from what shoppers chose on the first and last days what each kind of evidence counts, held to the weights to start from;
    /// those where the days say nothing, as where there is one only.
    /// </summary>
    /// <inheritdoc cref="Fit"/>
    public static IReadOnlyDictionary<string, double> LearnWeights(
        IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary, IReadOnlyList<ShopperChoice> choices,
        IReadOnlyDictionary<string, double> weights)
    {
        var (products, attributes) = (PairingInputs.Products(items), PairingInputs.Attributes(items, vocabulary));
        var history = PairingInputs.History(products, choices);
        if (history.Purchases.Count == 0)
        {
            return weights;
        }

        var sum = new ShareSum("weights", products, attributes, weights, terms: ShareTerms.Create(products, attributes, ease: Together));
        sum.Fit(history);
        return sum.Terms.Zip(sum.Likeliest).Where(pair => pair.Second > 0)
            .ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>How many numbers a shopper's evidence holds, at least 1.</summary>
    public int EvidenceSize => Math.Max(1, beside.Length * items.Count);

    /// <summary>
    /// What the evidence beside the picture says of every product to somebody who chose some; null where the shop has none of it, for then
    /// nothing is known. The eight attributes are left out: they speak through the shopper's own weights of their values.
    /// </summary>
    /// <param name="chosen">The products and when they were chosen.</param>
    /// <param name="acts">What the shopper did, oldest first.</param>
    public ShopperEvidence? Evidence(IEnumerable<(string Product, DateOnly Day)> chosen, IReadOnlyList<EvidenceAct>? acts = null) =>
        Values(chosen) is { } values ? Weigh(values, acts ?? []) : null;

    /// <summary>The same before it is weighed; null where the shop has none of what was chosen.</summary>
    public ShopperValues? Values(IEnumerable<(string Product, DateOnly Day)> chosen)
    {
        var customer = PairingInputs.Customer(history, chosen, MostChosen);
        return customer.Items.Length == 0 ? null : Values(customer, beside, Compared([.. Enumerable.Range(0, items.Count)]));
    }

    /// <summary>Weighs evidence as it counts for a shopper.</summary>
    /// <param name="values">The evidence.</param>
    /// <param name="acts">What the shopper did, oldest first.</param>
    public ShopperEvidence Weigh(ShopperValues values, IReadOnlyList<EvidenceAct> acts)
    {
        if (learner is null)
        {
            return Said(beside, values);
        }

        var (mean, deviation) = learner.Learn(
            [.. beside.Select(term => term.Term)], [.. beside.Select(term => term.Likeliest)], values, Judged(learner, acts));
        return Said(beside, values, mean, deviation);
    }

    /// <summary>What is the same for everybody: how many chose a product. Null where that says nothing yet.</summary>
    public ShopperEvidence? EvidenceForEverybody()
    {
        EvidenceTerm[] same = [.. terms.Where(term => term.Name == SameForAll)];
        if (same.Length == 0 || history.Buyers.All(buyers => buyers == 0))
        {
            return null;
        }

        var values = Values(PairingInputs.Customer(history, [], MostChosen), same, [.. Enumerable.Range(0, items.Count)]);
        return Said(same, values);
    }

    /// <summary>What goes best with something chosen, best first, without what was chosen; empty where the shop has none of it.</summary>
    /// <param name="chosen">The products and when they were chosen.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="explainer">Says why.</param>
    public IReadOnlyList<Pairing> Best(IEnumerable<(string Product, DateOnly Day)> chosen, int count, Explainer explainer)
    {
        var customer = PairingInputs.Customer(history, chosen, MostChosen);
        if (customer.Items.Length == 0)
        {
            return [];
        }

        var owned = customer.Items.ToHashSet();
        int[] candidates = [.. Enumerable.Range(0, items.Count).Where(item => !owned.Contains(item))];
        var evidence = Said(terms, Values(customer, terms, Compared(candidates)));
        return [.. candidates.OrderByDescending(item => evidence.Totals[item]).Take(count)
            .Select(item => new Pairing(items[item], explainer.Explain(items[item], evidence.Of(item))))];
    }

    /// <summary>
    /// Over whose mean a share has to stand out: the products that somebody chose, as where the weights were learned and measured. Among
    /// all products being chosen at all would stand out most, and every line would say that. Where few were chosen, all candidates.
    /// </summary>
    private int[] Compared(int[] candidates) =>
        candidates.Where(item => history.Buyers[item] > 0).ToArray() is { Length: >= EnoughChosen } chosen ? chosen : candidates;

    private IEnumerable<(Observation, int)> Judged(EvidenceLearner judge, IReadOnlyList<EvidenceAct> acts) => acts
        .Select(act => (Seen: judge.Judgement(act), Product: history.Products.IndexOf(act.Product)))
        .Where(act => act.Seen is not null && act.Product >= 0).Select(act => (act.Seen!.Value, act.Product))
            .TakeLast(EvidenceLearner.Most);

    private ShopperValues Values(CustomerHistory customer, EvidenceTerm[] asked, int[] compared)
    {
        var values = new float[asked.Length][];
        for (var term = 0; term < asked.Length; term++)
        {
            values[term] = new float[items.Count];
            asked[term].Term.Values(customer, values[term]);
        }

        var (means, spread) = (new double[asked.Length], new double[asked.Length]);
        for (var term = 0; term < asked.Length; term++)
        {
            means[term] = compared.Length == 0 ? 0 : compared.Average(item => (double)values[term][item]);
            // Over all products: the few that somebody chose in a small shop may all be alike.
            spread[term] = TensorPrimitives.StdDev<float>(values[term]);
        }

        return new ShopperValues(customer, values, means, spread);
    }

    private ShopperEvidence Said(EvidenceTerm[] asked, ShopperValues values, double[]? mean = null, double[]? deviation = null)
    {
        // A share never counts against the evidence that it names.
        EvidenceWeight[] weights = [.. asked.Select((term, at) => new EvidenceWeight(
            term.Name, term.Label, Math.Max(0, (mean?[at] ?? term.Likeliest) + term.Raise), deviation?[at] ?? 0,
                term.Likeliest + term.Raise))];
        var hundredths = new int[asked.Length][];
        for (var term = 0; term < asked.Length; term++)
        {
            // On the scale of the learned weights of values, beside which it stands.
            var factor = (float)(weights[term].Mean / ValuesWeight);
            var average = LargestRemainder.Of((float)(values.Means[term] * factor));
            hundredths[term] = Array.ConvertAll(values.Values[term], value => LargestRemainder.Of(value * factor) - average);
        }

        return new ShopperEvidence(items, hundredths, weights, (term, item) => words.Of(asked[term].Term, values.Customer, item));
    }
}
