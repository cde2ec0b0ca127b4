namespace FashionRecs.Domain.Search;

/// <summary>How people ask in one language. Data; immutable. Entries are words or phrases.</summary>
public sealed record SearchLanguage
{
    /// <summary>The language's code, for example "en"; the key of the concepts' words.</summary>
    public required string Code { get; init; }

    /// <summary>Endings that words may take, for example "s".</summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>Words that ask for nothing, for example "with".</summary>
    public IReadOnlyList<string> Noise { get; init; } = [];

    /// <summary>Words that deny what follows, for example "without".</summary>
    public IReadOnlyList<string> Negations { get; init; } = [];

    /// <summary>Words after which a denial goes on, for example "or".</summary>
    public IReadOnlyList<string> Joiners { get; init; } = [];

    /// <summary>Words that ask for cheap products first.</summary>
    public IReadOnlyList<string> Cheap { get; init; } = [];

    /// <summary>What stands before the highest price, for example "under".</summary>
    public IReadOnlyList<string> AtMost { get; init; } = [];

    /// <summary>What stands before the lowest price, for example "over".</summary>
    public IReadOnlyList<string> AtLeast { get; init; } = [];

    /// <summary>What stands after the highest price, for example "or less".</summary>
    public IReadOnlyList<string> AtMostAfter { get; init; } = [];

    /// <summary>What stands after the lowest price, for example "or more".</summary>
    public IReadOnlyList<string> AtLeastAfter { get; init; } = [];

    /// <summary>What stands before two prices, for example "between".</summary>
    public IReadOnlyList<string> Between { get; init; } = [];

    /// <summary>What stands between two prices, for example "to".</summary>
    public IReadOnlyList<string> Until { get; init; } = [];

    /// <summary>What stands between two prices only where something stands before them, for example "and" after "between".</summary>
    public IReadOnlyList<string> And { get; init; } = [];

    /// <summary>What stands before a price that is meant roughly, for example "around".</summary>
    public IReadOnlyList<string> About { get; init; } = [];
}
