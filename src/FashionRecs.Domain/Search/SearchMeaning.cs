using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Search;

/// <summary>What a phrase can mean.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Concept">The concept, or null.</param>
/// <param name="Name">The shop's own name, or null.</param>
/// <param name="Attribute">The attribute of values, or null.</param>
/// <param name="Values">Values of the attribute, one bit for each position.</param>
internal sealed record SearchMeaning(SearchKind Kind, SearchConcept? Concept = null, string? Name = null,
    GarmentAttribute? Attribute = null, ulong Values = 0);
