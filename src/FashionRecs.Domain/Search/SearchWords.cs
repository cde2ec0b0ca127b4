namespace FashionRecs.Domain.Search;

/// <summary>The words in which shoppers ask, in all languages. Data (<see cref="SearchWordsFile"/>); immutable.</summary>
/// <param name="Name">Name of the data, for example "shop-search".</param>
/// <param name="Version">Version of the data; a higher number means other words.</param>
/// <param name="Types">Kinds of product.</param>
/// <param name="Colours">Colours.</param>
/// <param name="Patterns">Patterns.</param>
/// <param name="Words">Other words that mean the same, such as "cotton" and "Baumwolle".</param>
/// <param name="Values">
/// Words for values and families of the vocabulary beside those it lists itself, by full code and language; written as <see
/// cref="Texts.SynonymPattern"/> says. Codes that a vocabulary does not have are left alone.
/// </param>
/// <param name="Currencies">Signs and names of currencies.</param>
/// <param name="Languages">The languages.</param>
public sealed record SearchWords(
    string Name, int Version, IReadOnlyList<SearchConcept> Types, IReadOnlyList<SearchConcept> Colours,
    IReadOnlyList<SearchConcept> Patterns,
    IReadOnlyList<SearchConcept> Words, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Values,
    IReadOnlyList<string> Currencies, IReadOnlyList<SearchLanguage> Languages)
{
    /// <summary>All concepts with their kinds.</summary>
    public IEnumerable<(SearchKind Kind, SearchConcept Concept)> Concepts =>
        Types.Select(concept => (SearchKind.Type, concept)).Concat(Colours.Select(concept => (SearchKind.Colour, concept)))
            .Concat(Patterns.Select(concept => (SearchKind.Pattern, concept))).Concat(Words.Select(concept => (SearchKind.Word, concept)));
}
