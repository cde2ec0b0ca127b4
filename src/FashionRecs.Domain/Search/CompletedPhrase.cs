using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Search;

/// <summary>A phrase that a search may go on with, and what it means. Immutable.</summary>
/// <param name="Text">The words, folded.</param>
/// <param name="Kind">What kind of thing is meant.</param>
/// <param name="Concept">The concept, or null.</param>
/// <param name="Name">The shop's own name, or null.</param>
/// <param name="Values">The values; none for other kinds.</param>
/// <param name="Language">Code of its language; empty for a shop's own name.</param>
/// <param name="Rank">Place among the ways to say it in its language, 0 for the usual one.</param>
public sealed record CompletedPhrase(string Text, SearchKind Kind, SearchConcept? Concept, string? Name,
    IReadOnlyList<AttributeValue> Values, string Language, int Rank)
{
    /// <summary>The same for phrases that mean the same.</summary>
    public string Key =>
        Values.Count > 0 ? string.Join(' ', Values.Select(value => value.Index)) : $"{Kind} {(Concept?.Code ?? Name)?.ToUpperInvariant()}";
}
