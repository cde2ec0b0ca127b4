namespace FashionRecs.Domain.Search;

/// <summary>What words of a search can mean.</summary>
public enum SearchKind
{
    /// <summary>A kind of product, such as "jumper".</summary>
    Type,

    /// <summary>Values of one attribute of the vocabulary, such as "V-neck".</summary>
    Value,

    /// <summary>A colour.</summary>
    Colour,

    /// <summary>A pattern, such as "polka dot".</summary>
    Pattern,

    /// <summary>A range of prices.</summary>
    Price,

    /// <summary>The wish to see cheap products first.</summary>
    Cheapest,

    /// <summary>A word that products' texts may hold, such as "linen".</summary>
    Word,
}
