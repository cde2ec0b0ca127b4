using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;

namespace FashionRecs.Application.Shop.WhyNot;

/// <summary>
/// What keeps a product from the first page of a shopper's picks: what it loses by, contribution for contribution, against the last product
/// there. The differences add up to the difference of the two scores, to the last bit. Immutable.
/// </summary>
/// <param name="Kind">What keeps it.</param>
/// <param name="Place">One-based place by score.</param>
/// <param name="Last">The product that it is compared with; null where nothing is compared.</param>
/// <param name="Own">The product's sum.</param>
/// <param name="Other">The other one's sum.</param>
/// <param name="Lines">The comparison, what it loses most by first.</param>
public sealed record WhyNotThis(WhyNotKind Kind, int Place, CatalogItem? Last, Explanation Own, Explanation Other,
    IReadOnlyList<LostBy> Lines)
{
    /// <summary>Products of the first page.</summary>
    public const int FirstPage = 24;

    /// <summary>Compares a product with the last one of the first page.</summary>
    /// <param name="sum">What ranks.</param>
    /// <param name="item">The product.</param>
    /// <param name="shopper">Whom it ranks for.</param>
    /// <param name="seed">Decides exploration and the order of equals.</param>
    public static WhyNotThis Of(IExplainedSum sum, CatalogItem item, ShopperProfile shopper, int seed = 0)
    {
        var (id, own) = (item.Product.Id, sum.Explain(item));
        var plain = shopper.Chose(id)
            ? WhyNotKind.Chosen : shopper.TurnedDown(id)
            ? WhyNotKind.TurnedDown : item.IsWithoutGarment ? WhyNotKind.NoGarment : shopper.State.Events == 0 ? WhyNotKind.NothingKnown
            : (WhyNotKind?)null;
        var page = plain is null ? sum.Recommend(FirstPage, seed) : [];
        plain ??= page.Any(card => card.Item.Product.Id == id) ? WhyNotKind.IsThere : page.Count == 0 ? WhyNotKind.NothingKnown : null;
        if (plain is { } kind)
        {
            return new WhyNotThis(kind, sum.PlaceOf(item), null, own, Explanation.None, []);
        }

        // What stands there to learn from does not stand there for its score.
        var last = page.LastOrDefault(card => !card.Explored) ?? page[^1];
        var other = sum.Explain(last.Item);
        return new WhyNotThis(own.Score < other.Score ? WhyNotKind.Lower : shopper.Denied(id).Count > 0 ? WhyNotKind.Denied
            : WhyNotKind.Variety, sum.PlaceOf(item), last.Item, own, other, Compare(own, other));
    }

    private static LostBy[] Compare(Explanation own, Explanation other)
    {
        // What is said as a family of one is compared with the same values of the other.
        var families = own.Shares.Concat(other.Shares).Select(share => share.Family).OfType<ValueFamily>().ToHashSet();
        return
        [
            .. own.Contributions.Select(part => Line(part, isOwn: true))
                .Concat(other.Contributions.Select(part => Line(part, isOwn: false))).GroupBy(line => line.FullCode)
                .Select(same => new LostBy(same.Key, same.First().Phrase, same.Sum(line => line.Own), same.Sum(line => line.Other)))
                .OrderBy(line => line.Difference).ThenBy(line => line.FullCode, StringComparer.Ordinal),
        ];

        LostBy Line(Contribution part, bool isOwn)
        {
            var (code, phrase) = part is not Share share ? (part.Code, part.Words)
                : share.Value.Family is { } family && families.Contains(family) ? (family.FullCode(), family.Phrase)
                    : (share.FullCode, share.Phrase);
            return new LostBy(code, phrase, isOwn ? part.Effect : 0, isOwn ? 0 : part.Effect);
        }
    }
}
