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

    /// <summary>What shoppers see most.</summary>
    Reach,

    /// <summary>The product's name.</summary>
    Name,
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

    /// <summary>The order.</summary>
    public ReviewOrder Order { get; init; }
}
