using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>What a query comes to in one catalog: its words understood, joined with its filters.</summary>
/// <param name="Query">The query with filters in place of the words that mean some; its words are those that texts must hold.</param>
/// <param name="Criteria">What products must have.</param>
/// <param name="LeftOut">Words that nothing in the shop answers to.</param>
/// <param name="Corrections">Words that were written otherwise than they are taken.</param>
/// <param name="IsEmpty">Whether words ask for nothing that could be found.</param>
internal sealed record SearchPlan(
    CatalogQuery Query, IReadOnlyList<SearchCriterion> Criteria, IReadOnlyList<string> LeftOut,
    IReadOnlyList<SearchCorrection> Corrections, bool IsEmpty)
{
    private const int WordCost = 2;
    private const int PriceCost = 3;
    private const int DenialCost = 3;

    private static readonly Dictionary<SearchKind, (string Kind, int Cost)> Named = new()
    {
        [SearchKind.Type] = ("type", 12), [SearchKind.Colour] = ("colour", 6), [SearchKind.Pattern] = ("pattern", 5),
        [SearchKind.Value] = ("", 8),
    };

    /// <summary>Understands a query.</summary>
    public static SearchPlan Of(CatalogSnapshot catalog, CatalogQuery query, SearchIndex index, SeenSets seen,
        AttributeVocabulary vocabulary)
    {
        var parts = query.Words.Length > 0 ? index.Reader.Read(query.Words, index.Texts) : [];
        var plan = new Planning(catalog, query, index, seen, vocabulary);
        foreach (var part in parts)
        {
            plan.Add(part);
        }

        plan.AddFilters();
        return new SearchPlan(
            plan.Query, plan.Criteria, plan.LeftOut, plan.Corrections,
            query.Words.Trim().Length > 0 && plan.Criteria.Count == 0 && (parts.Count == 0 || plan.LeftOut.Count > 0));
    }

    private sealed class Planning(CatalogSnapshot catalog, CatalogQuery asked, SearchIndex index, SeenSets seen,
        AttributeVocabulary vocabulary)
    {
        private readonly List<string> words = [];
        private readonly Dictionary<string, List<string>> said = [];
        private readonly Dictionary<SearchKind, HashSet<string>> exact = [];

        public CatalogQuery Query { get; private set; } = asked with { Words = "" };

        public List<SearchCriterion> Criteria { get; } = [];

        public List<string> LeftOut { get; } = [];

        public List<SearchCorrection> Corrections { get; } = [];

        public void Add(QueryPart part)
        {
            var found = part.Kind switch
            {
                SearchKind.Price => AddPrice(part),
                SearchKind.Cheapest => AddCheapest(),
                SearchKind.Value => AddValues(part),
                SearchKind.Word => AddWord(part),
                _ => AddNames(part),
            };
            if (!found)
            {
                LeftOut.Add(part.Text);
            }

            if (part.Corrected is { } corrected && found)
            {
                Corrections.Add(new SearchCorrection(part.Text, corrected));
            }
        }

        /// <summary>Makes criteria of the filters, those of words included.</summary>
        public void AddFilters()
        {
            foreach (var attribute in vocabulary.Attributes)
            {
                AttributeValue[] values = [.. Query.Values.Where(value => value.Attribute == attribute)];
                ValueFamily[] families = [.. Query.Families.Where(family => family.Attribute == attribute)];
                if (values.Length + families.Length > 0)
                {
                    var any = Union([.. values.Select(seen.Of), .. families.Select(seen.Of)]);
                    // Neighbours of a family may do, its own values are what was meant.
                    AttributeValue[] wanted = families.Length > 0 ? [.. families.SelectMany(family => family.Values)] : values;
                    Filter(attribute.Code, any, Named[SearchKind.Value].Cost, query => query with
                    {
                        Values = [.. query.Values.Where(value => value.Attribute != attribute)],
                        Families = [.. query.Families.Where(family => family.Attribute != attribute)],
                    }, place => index.Amount(place, wanted) >= Sure);
                }
            }

            AddNamed(SearchKind.Type, Query.Types, query => query with { Types = [] });
            AddNamed(SearchKind.Colour, Query.Colours, query => query with { Colours = [] });
            AddNamed(SearchKind.Pattern, Query.Patterns, query => query with { Patterns = [] });
            if (Query.Price is { } range)
            {
                Filter("price", index.Of(range), PriceCost, query => query with { PriceFrom = null, PriceTo = null }, null);
            }

            foreach (var without in Query.Without)
            {
                if (Denied(without) is { } denied)
                {
                    var others = ItemSet.All(catalog.Items.Count).Except(denied);
                    Filter($"without {without}", others, DenialCost,
                        query => query with { Without = [.. query.Without.Where(other => other != without)] }, null);
                }
            }

            Query = Query with { Words = string.Join(' ', words) };
        }

        private static int Sure => Domain.Catalog.ItemVector.Scale * 9 / 10;

        private void Filter(string kind, ItemSet items, int cost, Func<CatalogQuery, CatalogQuery> without, Func<int, bool>? fully) =>
            Criteria.Add(new SearchCriterion(kind, items, said.TryGetValue(kind, out var own) ? string.Join(' ', own) : null, cost)
            {
                Without = without, Fully = fully,
            });

        private void AddNamed(SearchKind kind, IReadOnlyList<string> names, Func<CatalogQuery, CatalogQuery> without)
        {
            if (names.Count > 0)
            {
                var full = exact.TryGetValue(kind, out var own) ? Union([.. own.Select(name => index.Of(kind, name))]) : null;
                Filter(Named[kind].Kind, Union([.. names.Select(name => index.Of(kind, name))]), Named[kind].Cost, without,
                    full is null ? null : place => full[place]);
            }
        }

        private bool AddPrice(QueryPart part)
        {
            Query = Query with { PriceFrom = part.From, PriceTo = part.To };
            Say("price", part.Text);
            return true;
        }

        private bool AddCheapest()
        {
            Query = asked.Order == CatalogOrder.ForYou ? Query with { Order = CatalogOrder.PriceUp } : Query;
            return true;
        }

        private bool AddValues(QueryPart part)
        {
            var attribute = part.Values[0].Attribute;
            ValueFamily[] families = [.. attribute.Families.Where(family => family.Values.All(part.Values.Contains))];
            AttributeValue[] values = [.. part.Values.Where(value => value.Family is null || !families.Contains(value.Family))];
            if (part.IsDenied)
            {
                return Deny(part, [.. families.Select(family => family.FullCode()), .. values.Select(value => value.FullCode())]);
            }

            // Words count more than filters of the same kind, which were chosen before.
            var goesOn = said.ContainsKey(attribute.Code);
            Query = Query with
            {
                Values = [.. Query.Values.Where(value => goesOn || value.Attribute != attribute), .. values],
                Families = [.. Query.Families.Where(family => goesOn || family.Attribute != attribute), .. families],
            };
            Say(attribute.Code, part.Text);
            return true;
        }

        private bool AddNames(QueryPart part)
        {
            var (kind, (name, _)) = (part.Kind, Named[part.Kind]);
            var (very, narrower) = index.NamesOf(kind, part.Concepts, part.Names);
            string[] names = [.. very, .. narrower];
            var isThere = names.Length > 0;
            if (!isThere)
            {
                var (named, all) = index.Texts.Find(part.Sought);
                if ((kind == SearchKind.Type ? named : all).Count > 0)
                {
                    return AddWord(part, kind == SearchKind.Type ? named : all, named);
                }

                names = [.. index.NamesNear(kind, part.Concepts)];
            }

            if (names.Length == 0)
            {
                return false;
            }

            if (part.IsDenied)
            {
                return !isThere || Deny(part, [.. names.Select(own => $"{name}:{own}")]);
            }

            string[] before = said.ContainsKey(name) ? [.. Of(kind)] : [];
            string[] wanted = [.. before.Union(names)];
            Query = kind switch
            {
                SearchKind.Type => Query with { Types = wanted },
                SearchKind.Colour => Query with { Colours = wanted },
                _ => Query with { Patterns = wanted },
            };
            if (!exact.TryGetValue(kind, out var own))
            {
                exact.Add(kind, own = []);
            }

            own.UnionWith(very.Count > 0 ? very : names);
            Say(name, part.Text);
            return isThere;
        }

        private IReadOnlyList<string> Of(SearchKind kind) =>
            kind switch { SearchKind.Type => Query.Types, SearchKind.Colour => Query.Colours, _ => Query.Patterns };

        private bool AddWord(QueryPart part)
        {
            var (named, all) = index.Texts.Find(part.Sought);
            if (part.Concepts.Count > 0 && part.Concepts.All(concept => concept.Optional)
                && (all.Count == 0 || all.Count == catalog.Items.Count))
            {
                return true;
            }

            return all.Count > 0 && AddWord(part, all, named);
        }

        private bool AddWord(QueryPart part, ItemSet all, ItemSet named)
        {
            if (part.IsDenied)
            {
                return Deny(part, [$"word:{part.Corrected ?? part.Text}"]);
            }

            var word = part.Corrected ?? part.Text;
            if (words.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }

            words.Add(word);
            Criteria.Add(new SearchCriterion($"word {word}", all, part.Text, WordCost)
            {
                Word = word, Fully = place => named[place], Without = query => query with { Words = Less(query.Words, word) },
            });
            return true;
        }

        /// <summary>Words without one of them.</summary>
        private static string Less(string words, string word) =>
            $" {words} ".Replace($" {word} ", " ", StringComparison.Ordinal).Trim();

        private bool Deny(QueryPart part, IReadOnlyList<string> codes)
        {
            foreach (var code in codes)
            {
                Say($"without {code}", part.Text);
            }

            Query = Query with { Without = [.. Query.Without.Union(codes)] };
            return true;
        }

        private ItemSet? Denied(string without) => without.Split(':', 2) switch
        {
            ["type", var name] => index.Of(SearchKind.Type, name),
            ["colour", var name] => index.Of(SearchKind.Colour, name),
            ["pattern", var name] => index.Of(SearchKind.Pattern, name),
            ["word", { Length: > 0 } word] => index.Texts.Find([word]).All,
            _ => vocabulary.TryFindByFullCode(without) is { IsInvisible: false } value ? seen.Of(value)
                : vocabulary.TryFindFamilyByFullCode(without) is { } family ? seen.Of(family) : null,
        };

        private void Say(string kind, string words)
        {
            if (!said.TryGetValue(kind, out var own))
            {
                said.Add(kind, own = []);
            }

            own.Add(words);
        }

        private ItemSet Union(ItemSet[] sets) =>
            sets.Length == 1 ? sets[0] : sets.Aggregate(new ItemSet(catalog.Items.Count), (all, set) => all.Or(set));
    }
}
