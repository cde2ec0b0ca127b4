using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop;

/// <summary>Searches, filters, counts and orders the catalog in memory.</summary>
internal static class CatalogSearch
{
    /// <summary>Types to go on with where nothing was found.</summary>
    private const int Popular = 8;

    /// <param name="catalog">The catalog.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="denied">The products of which the shopper denies something.</param>
    /// <param name="seen">A product as it is to the shopper.</param>
    /// <param name="scoring">What ranks that many products for the shopper, each by its place in the catalog, and as it is to them where
    /// that differs.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="ordered">Ids of the order's beginning to hand out.</param>
    public static CatalogPage Find(
        CatalogSnapshot catalog, CatalogQuery query, IEnumerable<string> denied, Func<CatalogItem, CatalogItem> seen,
        Func<int, Func<int, CatalogItem?, float>> scoring, AttributeVocabulary vocabulary, int ordered = 0)
    {
        var index = catalog.Search;
        int[] others = [.. denied.Select(catalog.IndexOf).Where(place => place >= 0)];
        var changed = catalog.Placed(others).ToDictionary(found => found.Place, found => seen(found.Item));
        var sets = new SeenSets(index, [.. changed.Select(item => (item.Key, item.Value))]);
        var plan = SearchPlan.Of(catalog, query, index, sets, vocabulary);
        var (asked, criteria, leftOut) = (plan.Query, plan.Criteria, plan.LeftOut);
        var matching = plan.IsEmpty ? new ItemSet(catalog.Columns.Count) : Matching(criteria, null);
        IReadOnlyList<SearchCriterion> without = [];
        if (!plan.IsEmpty && matching.Count == 0)
        {
            without = Relaxation.LeftOut(criteria, catalog.Columns.Count);
            asked = without.Aggregate(asked, (before, criterion) => criterion.Without(before));
            leftOut = [.. leftOut, .. without.Select(criterion => criterion.Said!)];
            criteria = [.. criteria.Except(without)];
            matching = without.Count > 0 ? Matching(criteria, null) : matching;
        }

        var near = plan.Query.Price is { } range && without.Any(criterion => criterion.Kind == "price") ? range : null;
        PriceStep? missed = null;
        // A range of prices is the one filter that is not counted beforehand: where it fits nothing, the nearest prices do.
        if (query.TakesNearestPrices && !plan.IsEmpty && matching.Count == 0 && asked.Price is { } chosen
            && Matching(criteria, "price") is { Count: > 0 } dearer)
        {
            (near, missed, matching) = (chosen, chosen, dearer);
            criteria = [.. criteria.Where(criterion => criterion.Kind != "price")];
            asked = asked with { PriceFrom = null, PriceTo = null };
        }

        CatalogItem? Changed(int place) => changed.Count > 0 ? changed.GetValueOrDefault(place) : null;

        ItemSet Others(string kind) => criteria.Any(criterion => criterion.Kind == kind) ? Matching(criteria, kind) : matching;

        ItemSet Matching(IReadOnlyList<SearchCriterion> all, string? except) =>
            all.Where(criterion => criterion.Kind != except)
                .Aggregate(ItemSet.All(catalog.Columns.Count), (kept, criterion) => kept.And(criterion.Items));

        var counted = vocabulary.Attributes.Select(attribute => (attribute, Items: Others(attribute.Code))).ToArray();
        var score = asked.Order == CatalogOrder.ForYou && near is null ? scoring(matching.Count) : (_, _) => 0;
        var keys = Keys(catalog, index, matching.Places(), asked, criteria, near, place => score(place, Changed(place)));
        var page = ItemOrder.Page(keys, asked.Skip, asked.Take * asked.Pages);
        return new CatalogPage(
            [.. catalog.Placed(page).Select(found => Changed(found.Place) ?? found.Item)], matching.Count,
            counted.SelectMany(group => group.attribute.VisibleValues.Select(value =>
                (value, Count: group.Items.CountBoth(sets.Of(value))))).ToDictionary(pair => pair.value, pair => pair.Count),
            Counts(index, SearchKind.Type, Others("type")), Counts(index, SearchKind.Colour, Others("colour")))
        {
            Families = counted.SelectMany(group => group.attribute.Families.Select(family =>
                (family, Count: group.Items.CountBoth(sets.Of(family))))).ToDictionary(pair => pair.family, pair => pair.Count),
            Patterns = Counts(index, SearchKind.Pattern, Others("pattern")),
            Prices = Prices(index, Others("price")),
            Order = [.. ItemOrder.Page(keys, 0, ordered).Select(catalog.IdAt)],
            Query = asked, LeftOut = leftOut, Words = [.. criteria.Select(criterion => criterion.Word).OfType<string>()],
            Corrections = plan.Corrections, Swatches = index.Swatches, MissedPrice = missed,
            Matching = matching,
            PopularTypes = matching.Count == 0 || leftOut.Count > 0
                ? [.. Counts(index, SearchKind.Type, ItemSet.All(catalog.Columns.Count)).Take(Popular)] : [],
        };
    }

    private static ulong[] Keys(
        CatalogSnapshot catalog, SearchIndex index, int[] places, CatalogQuery query, IReadOnlyList<SearchCriterion> criteria,
        PriceStep? near, Func<int, float> score)
    {
        var keys = new ulong[places.Length];
        Func<int, bool>[] fully = [.. criteria.Where(criterion => criterion.Said is not null).Select(criterion => criterion.Fully)
            .OfType<Func<int, bool>>()];
        for (var at = 0; at < places.Length; at++)
        {
            var place = places[at];
            keys[at] = query.Order switch
            {
                CatalogOrder.PriceUp => ItemOrder.Key(0, ItemOrder.Price(catalog.Columns.Price(place), isDearest: false), place),
                CatalogOrder.PriceDown => ItemOrder.Key(0, ItemOrder.Price(catalog.Columns.Price(place), isDearest: true), place),
                CatalogOrder.Name => ItemOrder.Key(0, -index.ByName[place], place),
                _ => ItemOrder.Key(Relevance(fully, place), near is null ? score(place) : -near.DistanceTo(catalog.Columns.Price(place)),
                    place),
            };
        }

        return keys;
    }

    /// <summary>How many of the words a product answers to the full.</summary>
    private static int Relevance(Func<int, bool>[] fully, int place)
    {
        var relevance = 0;
        foreach (var has in fully)
        {
            relevance += has(place) ? 1 : 0;
        }

        return relevance;
    }

    private static KeyValuePair<PriceStep, int>[] Prices(SearchIndex index, ItemSet items) =>
        [.. index.Steps.Select(step => KeyValuePair.Create(step.Step, items.CountBoth(step.Items)))];

    private static KeyValuePair<string, int>[] Counts(SearchIndex index, SearchKind kind, ItemSet items) =>
        [.. index.Counts(kind, items).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
