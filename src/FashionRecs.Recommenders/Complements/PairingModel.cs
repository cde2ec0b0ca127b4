using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// What goes with what in one shop: the explained sum of shares (<see cref="ShareSum"/>) with given weights over the shop's own catalog and
/// its shoppers' own choices. Shares are kept in hundredths, so that a score is the sum of what is printed, to the last digit. Immutable
/// and safe to share between threads.
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

    /// <summary>A share is worth saying from this many hundredths above the mean.</summary>
    private const int WorthSaying = 5;

    /// <summary>Chosen products from which on a share is compared with theirs alone.</summary>
    private const int EnoughChosen = 5;

    /// <summary>A shopper's latest choices that count; a longer list makes them slower, not wiser.</summary>
    private const int MostChosen = 40;

    /// <summary>
    /// Products of which is learned what is often chosen together; its work grows with the cube, and 1,000 take a tenth of a second.
    /// </summary>
    private const int MostTogether = 1_000;

    private readonly IReadOnlyList<CatalogItem> items;
    private readonly PurchaseHistory history;
    private readonly ShareSum sum;
    private readonly PairingWords words;
    private readonly string[] labels;
    private readonly int[] beside;

    private PairingModel(IReadOnlyList<CatalogItem> items, PurchaseHistory history, ShareSum sum, AttributeVocabulary vocabulary, int least)
    {
        (this.items, this.history, this.sum) = (items, history, sum);
        words = new PairingWords(items, history, vocabulary, least);
        beside = [.. Enumerable.Range(0, sum.Terms.Count).Where(term => vocabulary.Attributes.All(attribute => attribute.Code != sum.Terms[term].Name))];
        labels = [.. sum.Terms.Select(term => PairingLabels.Of(term.Name, vocabulary))];
    }

    /// <summary>Learns from what shoppers chose.</summary>
    /// <param name="items">The catalog; at least one product.</param>
    /// <param name="vocabulary">The vocabulary of its tags.</param>
    /// <param name="choices">What all shoppers chose.</param>
    /// <param name="weights">The weight of each share, by name; those without one are left out.</param>
    /// <param name="least">From how many shoppers on something is said of what others chose, at least 1.</param>
    public static PairingModel Fit(
        IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary, IReadOnlyList<ShopperChoice> choices,
        IReadOnlyDictionary<string, double> weights,
        int least = 2)
    {
        var products = PairingInputs.Products(items);
        var attributes = PairingInputs.Attributes(items, vocabulary);
        var ease = new EaseOptions { Lambda = ShareTerms.Lambda, MinBuyers = ShareTerms.MinBuyers, MostProducts = MostTogether };
        var terms = ShareTerms.Create(products, attributes, ease: ease)
            .Where(term => term.Name != NotInAShop && weights.GetValueOrDefault(term.Name) + ShareSum.RaiseOf(term.Name) > 0).ToArray();
        var sum = new ShareSum("pairings", products, attributes, weights, terms: terms, learns: false);
        var history = PairingInputs.History(products, choices);
        sum.Fit(history);
        return new PairingModel(items, history, sum, vocabulary, least);
    }

    /// <summary>How many numbers a shopper's evidence holds, at least 1.</summary>
    public int EvidenceSize => Math.Max(1, beside.Length * items.Count);

    /// <summary>
    /// What the evidence beside the picture says of every product to somebody who chose some; null where the shop has none of it, for then
    /// nothing is known. The eight attributes are left out: they speak through the shopper's own weights of their values.
    /// </summary>
    /// <param name="chosen">The products and when they were chosen.</param>
    public ShopperEvidence? Evidence(IEnumerable<(string Product, DateOnly Day)> chosen)
    {
        var customer = PairingInputs.Customer(history, chosen, MostChosen);
        if (customer.Items.Length == 0)
        {
            return null;
        }

        var shares = sum.Shares(customer);
        var compared = Compared([.. Enumerable.Range(0, items.Count)]);
        return new ShopperEvidence(
            items, [.. beside.Select(term => Centred(shares[term], compared))], [.. beside.Select(term => sum.Terms[term].Name)], [.. beside.Select(term => labels[term])],
            (term, item) => words.Of(sum.Terms[beside[term]], customer, item));
    }

    /// <summary>What is the same for everybody: how many chose a product. Null where that says nothing yet.</summary>
    public ShopperEvidence? EvidenceForEverybody()
    {
        var term = Enumerable.Range(0, sum.Terms.Count).FirstOrDefault(term => sum.Terms[term].Name == SameForAll, -1);
        if (term < 0 || history.Buyers.All(buyers => buyers == 0))
        {
            return null;
        }

        var nobody = PairingInputs.Customer(history, [], MostChosen);
        return new ShopperEvidence(
            items, [Centred(sum.Shares(nobody)[term], [.. Enumerable.Range(0, items.Count)])], [SameForAll], [labels[term]], (_, item) => words.Of(sum.Terms[term], nobody, item));
    }

    private static int[] Centred(float[] share, int[] compared)
    {
        // On the scale of the learned weights of values, beside which it stands.
        var mean = LargestRemainder.Of((float)compared.Average(item => (double)share[item]) / ShopSum.ValuesWeight);
        return Array.ConvertAll(share, amount => LargestRemainder.Of(amount / ShopSum.ValuesWeight) - mean);
    }

    /// <summary>What goes best with something chosen, best first, without what was chosen; empty where the shop has none of it.</summary>
    /// <param name="chosen">The products and when they were chosen.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Pairing> Best(IEnumerable<(string Product, DateOnly Day)> chosen, int count)
    {
        var customer = PairingInputs.Customer(history, chosen, MostChosen);
        if (customer.Items.Length == 0)
        {
            return [];
        }

        var shares = Array.ConvertAll(sum.Shares(customer), share => Array.ConvertAll(share, LargestRemainder.Of));
        var owned = customer.Items.ToHashSet();
        int[] candidates = [.. Enumerable.Range(0, items.Count).Where(item => !owned.Contains(item))];
        var scores = ShopperEvidence.Sum(shares, items.Count);
        var compared = Compared(candidates);
        var means = Array.ConvertAll(shares, share => compared.Length == 0 ? 0 : compared.Average(item => share[item]));
        return [.. candidates.OrderByDescending(item => scores[item]).Take(count).Select(item => Explain(customer, item, shares, means))];
    }

    /// <summary>
    /// Over whose mean a share has to stand out: the products that somebody chose, as where the weights were learned and measured. Among
    /// all products being chosen at all would stand out most, and every line would say that. Where few were chosen, all candidates.
    /// </summary>
    private int[] Compared(int[] candidates) =>
        candidates.Where(item => history.Buyers[item] > 0).ToArray() is { Length: >= EnoughChosen } chosen ? chosen : candidates;

    private Pairing Explain(CustomerHistory customer, int item, int[][] shares, double[] means)
    {
        var terms = Enumerable.Range(0, shares.Length).Where(term => shares[term][item] != 0)
            .OrderByDescending(term => Math.Abs(shares[term][item])).ToArray();
        var reason = terms.Where(term => shares[term][item] > 0 && shares[term][item] - means[term] >= WorthSaying)
            .OrderByDescending(term => shares[term][item] - means[term]).Select(term => words.Of(sum.Terms[term], customer, item))
                .FirstOrDefault(said => said is not null);
        return new Pairing(items[item], [.. terms.Select(term => new PairingShare(sum.Terms[term].Name, labels[term], shares[term][item]))],
            reason);
    }
}
