using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Search;

/// <summary>Words of a search that mean one thing together. Immutable.</summary>
public sealed record QueryPart
{
    /// <summary>What kind of thing they mean.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>The words as they were written.</summary>
    public required string Text { get; init; }

    /// <summary>What the words were taken for where they are not spelled so; null where nothing was corrected.</summary>
    public string? Corrected { get; init; }

    /// <summary>What is meant: any of these. Of a word, the words that mean the same; none where it is only itself.</summary>
    public IReadOnlyList<SearchConcept> Concepts { get; init; } = [];

    /// <summary>The shop's own names that the words are: any of these.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The values that are meant, of one attribute: any of these.</summary>
    public IReadOnlyList<AttributeValue> Values { get; init; } = [];

    /// <summary>Lowest price, or null.</summary>
    public decimal? From { get; init; }

    /// <summary>Highest price, or null.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether it is not wanted.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Words to look for in texts: those of the concepts, or what was written, as corrected.</summary>
    public IReadOnlyList<string> Sought => Concepts.Count > 0
        ? [.. Concepts.SelectMany(concept => concept.Words.Values.SelectMany(words => words)).Select(word => word.TrimEnd('*'))
            .Append(Corrected ?? Text).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [Corrected ?? Text];
}
