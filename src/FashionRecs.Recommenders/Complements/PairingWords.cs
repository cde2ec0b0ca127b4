using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Projection;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// What can truly be said of a share in one line. A share that rests on something chosen names it; one for which nothing true and specific
/// can be said is not said at all.
/// </summary>
internal sealed class PairingWords(IReadOnlyList<CatalogItem> items, PurchaseHistory history, AttributeVocabulary vocabulary, int least)
{
    /// <summary>Per product, the shoppers who chose it.</summary>
    private readonly ILookup<int, int> choosers =
        history.Customers.SelectMany(customer => customer.Items.Select(item => (item, customer.Index)))
        .ToLookup(pair => pair.item, pair => pair.Index);

    /// <summary>The reason, or null where the share cannot be said.</summary>
    /// <param name="term">The share.</param>
    /// <param name="customer">What was chosen.</param>
    /// <param name="product">The product that the share speaks for.</param>
    public EvidenceReason? Of(IShareTerm term, CustomerHistory customer, int product)
    {
        if (term is ISupportingItemFeature knows)
        {
            var chosen = knows.SupportingItem(customer, product);
            return chosen >= 0 && WithChosen(term.Name, product, chosen) is { } with ? with with { Chosen = items[chosen] } : null;
        }

        return Alone(term, product);
    }

    private EvidenceReason? Alone(IShareTerm term, int product)
    {
        return term switch
        {
            { Name: "popularity" } => choosers[product].Count() is var count && IsCrowd(count)
                ? Said("{0} shoppers chose it") with { Count = count } : null,
            { Name: "trend" } => Said("more and more shoppers choose it"),
            { Name: "bought on coming back" } =>
                items[product].Product.Type.Length == 0 ? null : Said("a kind of garment that shoppers come back for"),
            LevelTerm { Name: "price level" } level =>
                Said(level.IsAbove(product) ? "higher priced, like your choice" : "lower priced, like your choice"),
            LevelTerm { Name: "favourites or finds" } level =>
                Said(level.IsAbove(product) ? "a favourite with many shoppers, like your choice" : "little known, like your choice"),
            _ => null,
        };

        EvidenceReason Said(string words) => new(term.Name, words, null);
    }

    private EvidenceReason? WithChosen(string term, int product, int chosen)
    {
        return term switch
        {
            "often bought with" => IsCrowd(Both(product, chosen)) ? Said("often chosen with") : null,
            "surprising together" => Both(product, chosen) is var count && IsCrowd(count)
                ? Said("chosen by {0} shoppers who chose") with { Count = count } : null,
            "taste" or "broad taste" or "closest taste" => Said("to the taste of those who chose"),
            "type" or "colour" or "pattern" => Said($"its {term} goes with"),
            "group" => Said("the kind of garment that goes with"),
            "section" or "section of the latest" => Said("from a section that goes with"),
            "price band" => Said("its price goes with"),
            "same collection" => Said("listed near"),
            "description" or "closest description" or "closest to the latest" => Said("similar in description to"),
            "closest name" => Said("similar in name to"),
            "same line" => Said("from the line of"),
            _ => Shown(term, product) is { } value
                ? Said(value.Phrase.EndsWith('s') ? "its {0} go with" : "its {0} goes with") with { Value = value } : null,
        };

        EvidenceReason Said(string words) => new(term, words, null);
    }

    /// <summary>One shopper alone is no crowd, and fewer than asked for could be told apart or made up.</summary>
    private bool IsCrowd(int shoppers) => shoppers > 1 && shoppers >= least;

    private int Both(int product, int chosen) => choosers[product].Intersect(choosers[chosen]).Count();

    /// <summary>The value of an attribute that the product surely shows, or null.</summary>
    private AttributeValue? Shown(string term, int product) =>
        vocabulary.Attributes.FirstOrDefault(attribute => attribute.Code == term) is { } attribute
            && items[product][attribute] is { Visible: >= Visibility.Shown } reading
        && reading.Probabilities[reading.Top.Position] >= Visibility.Shown ? reading.Top : null;
}
