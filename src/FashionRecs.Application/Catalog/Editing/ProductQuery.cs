namespace FashionRecs.Application.Catalog.Editing;

/// <summary>Which products of the whole catalog, in what order.</summary>
public sealed record ProductQuery
{
    /// <summary>Words that must all occur in id, name, type, colour or section; case does not matter.</summary>
    public string Words { get; init; } = "";

    /// <summary>Only sold ones (false), only withdrawn ones (true), or both (null).</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>Only products of this type; empty for all.</summary>
    public string Type { get; init; } = "";

    /// <summary>Only products of this section; empty for all.</summary>
    public string Section { get; init; } = "";

    /// <summary>Code of the field they are ordered by; <c>id</c>, or one that is not known, for ids.</summary>
    public string Order { get; init; } = "id";

    /// <summary>Whether the order is turned around.</summary>
    public bool Descending { get; init; }
}
