using System.Collections.ObjectModel;

namespace FashionRecs.Domain.Search;

/// <summary>
/// Something that shoppers ask for by several words, such as the type "sweater" with "jumper", "Pullover" and "毛衣". Data; immutable.
/// </summary>
public sealed record SearchConcept
{
    /// <summary>Its name among those of its kind.</summary>
    public required string Code { get; init; }

    /// <summary>The words for it, by language. A word may end with <c>*</c> for any ending.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; }

    /// <summary>What the shop's pages call it, by language other than English; none where they say the retailer's own word.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Codes of wider ones: who asks for a wider one is shown this, too, and who asks for this is shown a wider one where the shop has
    /// nothing else.
    /// </summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>Codes of others that come near where the shop has nothing else.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Of a type: the kind of garment in texts' data, such as "top"; empty for none.</summary>
    public string Garment { get; init; } = "";

    /// <summary>Of a colour: how it looks, as "#" and six hexadecimal digits; empty where it is no single colour.</summary>
    public string Swatch { get; init; } = "";

    /// <summary>Words that mean it only in front of a type, such as "jeans" in "jeans jacket", by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Modifiers { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Whether it goes without saying in a shop that has nothing of it: "women" in a shop for women.</summary>
    public bool Optional { get; init; }
}
