namespace FashionRecs.Storage.Catalog;

/// <summary>
/// Keeps one of equal texts while a catalog is read: kinds, colours and descriptions are the same for many products. Not safe to share.
/// </summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The text, as it was first seen.</summary>
    public string Of(string text) => known.TryAdd(text, text) ? text : known[text];
}
