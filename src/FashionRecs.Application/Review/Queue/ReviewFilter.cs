using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review.Queue;

/// <summary>How far people have got with a product.</summary>
public enum ReviewState
{
    /// <summary>The person's word is still wanted.</summary>
    Open,

    /// <summary>Two people differ.</summary>
    Conflict,

    /// <summary>One of two people has looked.</summary>
    Second,

    /// <summary>A person was unsure and nobody has committed.</summary>
    Unsure,

    /// <summary>A reviewed tag is probably wrong.</summary>
    Suspect,

    /// <summary>A person said what it is not, and nobody what it is.</summary>
    Rejected,

    /// <summary>Shoppers say that it is not so.</summary>
    Denied,

    /// <summary>The description says something else than the picture shows.</summary>
    Contradicted,

    /// <summary>A bulk edit said so, and nobody has looked.</summary>
    Unseen,

    /// <summary>People have committed to a value.</summary>
    Done,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>What a queue is ordered by.</summary>
public enum ReviewOrder
{
    /// <summary>What is most worth a look.</summary>
    Worth,

    /// <summary>What the network is least sure of.</summary>
    Uncertainty,

    /// <summary>What another word on would teach the network most: the lowest score of <see cref="TeachingScores"/>.</summary>
    Teaching,

    /// <summary>What shoppers see most.</summary>
    Reach,

    /// <summary>The product's name.</summary>
    Name,

    /// <summary>What an import brought or changed last.</summary>
    Newest,

    /// <summary>The kind of garment.</summary>
    Type,

    /// <summary>The price, dearest first.</summary>
    Price,
}

/// <summary>Which products, in what order.</summary>
public sealed record ReviewFilter
{
    /// <summary>Only what concerns this attribute; null for all.</summary>
    public GarmentAttribute? Attribute { get; init; }

    /// <summary>Only products held to show this value of the attribute; null for all.</summary>
    public AttributeValue? Value { get; init; }

    /// <summary>Only where the network's word, or a person's, is in effect; null for both.</summary>
    public TagSource? Source { get; init; }

    /// <summary>How far people have got. Default: what is still wanted.</summary>
    public ReviewState State { get; init; }

    /// <summary>Only products this person spoke on; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>Words that must all occur in id, name, type, colour or section; case does not matter.</summary>
    public string Words { get; init; } = "";

    /// <summary>Only products that this import brought or changed; null for all.</summary>
    public Guid? Import { get; init; }

    /// <summary>Only products that an import brought or changed on this day (UTC) or later; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only products that an import brought or changed on this day (UTC) or earlier; null for all.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only this kind of garment, case aside; empty for all.</summary>
    public string Type { get; init; } = "";

    /// <summary>Only this colour, case aside; empty for all.</summary>
    public string Colour { get; init; } = "";

    /// <summary>Only this section, case aside; empty for all.</summary>
    public string Section { get; init; } = "";

    /// <summary>Only products that cost at least so much, in the shop's currency; null for all, with those of unknown price.</summary>
    public decimal? Least { get; init; }

    /// <summary>Only products that cost at most so much; null for all, with those of unknown price.</summary>
    public decimal? Most { get; init; }

    /// <summary>Only these products, ids separated by line breaks, so that equal filters are equal; empty for all.</summary>
    public string Only { get; init; } = "";

    /// <summary>The order.</summary>
    public ReviewOrder Order { get; init; }

    /// <summary>Whether the order goes the other way.</summary>
    public bool Reversed { get; init; }
}
