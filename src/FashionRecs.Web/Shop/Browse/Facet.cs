using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>One thing the catalog can be filtered by, as the page lists it.</summary>
/// <param name="Name">Its name in the page's address.</param>
/// <param name="Title">What people read.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record Facet(string Name, string Title, IReadOnlyList<FacetChoice> Choices)
{
    /// <summary>Whether anything of it is chosen.</summary>
    public bool IsUsed => Choices.Any(choice => choice.Chosen);

    /// <summary>
    /// Type, every attribute in the order of its values, colour, pattern and price. Choices that would leave nothing are left out unless
    /// they are chosen.
    /// </summary>
    public static IReadOnlyList<Facet> Of(CatalogPage page, CatalogQuery query, AttributeVocabulary vocabulary, PriceWords prices,
        IStringLocalizer texts) =>
    [
        .. new[] { Words("type", texts["Type"], page.Types, query.Types, types => query with { Types = types }, texts) }
            .Concat(vocabulary.Attributes.Select(attribute => Of(attribute, page, query, texts)))
            .Append(Words("colour", texts["Colour"], page.Colours, query.Colours, colours => query with { Colours = colours },
                texts, page.Swatches))
            .Append(Words("pattern", texts["Pattern"], page.Patterns.Count > 1 || query.Patterns.Count > 0 ? page.Patterns : [],
            query.Patterns, patterns => query with { Patterns = patterns }, texts))
            .Append(Of(page, query, prices, texts))
            .Where(facet => facet.Choices.Count > 0),
    ];

    /// <summary>First the families, then their values: these stand below their family once it is chosen.</summary>
    private static Facet Of(GarmentAttribute attribute, CatalogPage page, CatalogQuery query, IStringLocalizer texts) =>
        new(attribute.Code, attribute.In(texts).Name,
    [
        .. attribute.VisibleValues.SelectMany(value =>
            value.Family is { } family && family.Values[0] == value
            ? [Of(family, page, query, texts), .. IsOpen(family, query) ? family.Values.Select(own => Of(own, page, query, texts)) : []]
            : value.Family is null ? new[] { Of(value, page, query, texts) } : [])
            .Where(choice => choice.Count > 0 || choice.Chosen),
    ]);

    private static bool IsOpen(ValueFamily family, CatalogQuery query) =>
        query.Families.Contains(family) || query.Values.Any(value => value.Family == family);

    /// <summary>Whoever chooses a family need not choose its values.</summary>
    private static FacetChoice Of(ValueFamily family, CatalogPage page, CatalogQuery query, IStringLocalizer texts) => new(
        family.In(texts).Name, page.Families.GetValueOrDefault(family), query.Families.Contains(family),
        First(query with
        {
            Families = Toggle(query.Families, family), Values = [.. query.Values.Where(value => value.Family != family)],
        }));

    /// <summary>Whoever chooses a value of a family wants no more than that of it.</summary>
    private static FacetChoice Of(AttributeValue value, CatalogPage page, CatalogQuery query, IStringLocalizer texts) => new(
        value.Family?.In(texts).Name == value.In(texts).Name ? texts["{0} only", value.In(texts).Name]
            : value.In(texts).Name, page.Values[value],
        query.Values.Contains(value),
        First(query with
        {
            Values = Toggle(query.Values, value), Families = [.. query.Families.Where(family => family != value.Family)],
        }))
    {
        IsInner = value.Family is not null,
    };

    /// <summary>
    /// All that is asked for, each with the page that is left when it is taken away: words, what was chosen among the facets, what is not
    /// wanted, and a range of prices that is none of the offered ones.
    /// </summary>
    public static IReadOnlyList<FacetChoice> Applied(
        IReadOnlyList<Facet> facets, CatalogQuery query, IReadOnlyList<string> words, AttributeVocabulary vocabulary, PriceWords prices,
        IStringLocalizer texts)
    {
        var applied = facets.SelectMany(facet => facet.Choices).Where(choice => choice.Chosen).ToList();
        applied.InsertRange(0, words.Select((word, at) => new FacetChoice(
            texts["“{0}”", word], 0, true,
            First(query with { Words = string.Join(' ', words.Where((_, other) => other != at)) }))));
        applied.AddRange(query.Without.Select(code => new FacetChoice(
            texts["Without: {0}", NameOf(code, vocabulary, texts)], 0, true,
            First(query with { Without = [.. query.Without.Where(other => other != code)] }))));

        if (query.Price is { } range && !facets.Any(facet => facet is { Name: "price", IsUsed: true }))
        {
            applied.Add(new FacetChoice(prices.Said(range.From, range.To, texts), 0, true, Priced(query, null)));
        }

        return applied;
    }

    private static string NameOf(string code, AttributeVocabulary vocabulary, IStringLocalizer texts) =>
        vocabulary.Words(code, texts)?.Name ?? CatalogWords.Of(code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..], texts);

    /// <summary>Parts of the range of prices, of which one can be chosen.</summary>
    private static Facet Of(CatalogPage page, CatalogQuery query, PriceWords prices, IStringLocalizer texts) => new("price", texts["Price"],
    [
        .. page.Prices.Select(step => (step, Chosen: step.Key == query.Price)).Where(choice => choice.step.Value > 0 || choice.Chosen)
            .Select(choice => new FacetChoice(prices.Said(choice.step.Key.From, choice.step.Key.To, texts), choice.step.Value,
            choice.Chosen, Priced(query, choice.Chosen ? null : choice.step.Key))),
    ]);

    private static string Priced(CatalogQuery query, PriceStep? step) =>
        First(query with { PriceFrom = step?.From, PriceTo = step?.To });

    /// <summary>The first page of what is asked for.</summary>
    private static string First(CatalogQuery query) => CatalogAddress.Page(query, 1);

    private static Facet Words(
        string name, string title, IReadOnlyList<KeyValuePair<string, int>> counts, IReadOnlyList<string> chosen,
        Func<IReadOnlyList<string>, CatalogQuery> with, IStringLocalizer texts,
        IReadOnlyDictionary<string, string>? swatches = null) => new(name, title,
    [
        .. counts.Concat(chosen.Except(counts.Select(count => count.Key)).Select(gone => KeyValuePair.Create(gone, 0)))
            .Select(count =>
                new FacetChoice(CatalogWords.Of(count.Key, texts), count.Value, chosen.Contains(count.Key),
                    First(with(Toggle(chosen, count.Key))))
                {
                    Swatch = swatches?.GetValueOrDefault(count.Key),
                }),
    ]);

    private static T[] Toggle<T>(IReadOnlyList<T> chosen, T value) =>
        chosen.Contains(value) ? [.. chosen.Where(other => !Equals(other, value))] : [.. chosen, value];
}

/// <summary>A value that can be chosen.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Count">How many products the page would have with it.</param>
/// <param name="Chosen">Whether it is chosen.</param>
/// <param name="Address">The page with it chosen, or without it where it is chosen.</param>
public sealed record FacetChoice(string Title, int Count, bool Chosen, string Address)
{
    /// <summary>Whether it is part of the family that stands before it.</summary>
    public bool IsInner { get; init; }

    /// <summary>How the colour looks, as "#" and six hexadecimal digits; null for what is no colour, or no single one.</summary>
    public string? Swatch { get; init; }
}
