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
            return chosen >= 0 && WithChosen(term.Name, product, chosen) is { } words ? new EvidenceReason(term.Name, words, items[chosen])
                : null;
        }

        return Alone(term, product) is { } alone ? new EvidenceReason(term.Name, alone, null) : null;
    }

    private string? Alone(IShareTerm term, int product) => term switch
    {
        { Name: "popularity" } => choosers[product].Count() is var count && IsCrowd(count) ? $"{count} shoppers chose it" : null,
        { Name: "trend" } => "more and more shoppers choose it",
        { Name: "bought on coming back" } =>
            items[product].Product.Type.Length == 0 ? null : "a kind of garment that shoppers come back for",
        LevelTerm { Name: "price level" } level => $"{(level.IsAbove(product) ? "higher" : "lower")} priced, like your choice",
        LevelTerm { Name: "favourites or finds" } level =>
            level.IsAbove(product) ? "a favourite with many shoppers, like your choice" : "little known, like your choice",
        _ => null,
    };

    private string? WithChosen(string term, int product, int chosen) => term switch
    {
        "often bought with" => IsCrowd(Both(product, chosen)) ? "often chosen with" : null,
        "surprising together" => Both(product, chosen) is var count && IsCrowd(count) ? $"chosen by {count} shoppers who chose" : null,
        "taste" or "broad taste" or "closest taste" => "to the taste of those who chose",
        "type" or "colour" or "pattern" => $"its {term} goes with",
        "group" => "the kind of garment that goes with",
        "section" or "section of the latest" => "from a section that goes with",
        "price band" => "its price goes with",
        "same collection" => "listed near",
        "description" or "closest description" or "closest to the latest" => "similar in description to",
        "closest name" => "similar in name to",
        "same line" => "from the line of",
        _ => Shown(term, product) is { } value ? $"its {value.Phrase} {(value.Phrase.EndsWith('s') ? "go" : "goes")} with" : null,
    };

    /// <summary>One shopper alone is no crowd, and fewer than asked for could be told apart or made up.</summary>
    private bool IsCrowd(int shoppers) => shoppers > 1 && shoppers >= least;

    private int Both(int product, int chosen) => choosers[product].Intersect(choosers[chosen]).Count();

    /// <summary>The value of an attribute that the product surely shows, or null.</summary>
    private AttributeValue? Shown(string term, int product) =>
        vocabulary.Attributes.FirstOrDefault(attribute => attribute.Code == term) is { } attribute
            && items[product][attribute] is { Visible: >= Visibility.Shown } reading
        && reading.Probabilities[reading.Top.Position] >= Visibility.Shown ? reading.Top : null;
}
