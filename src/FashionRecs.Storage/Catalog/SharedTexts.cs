using System.Collections.Concurrent;

namespace FashionRecs.Storage.Catalog;

/// <summary>
/// Keeps one of equal texts while a catalog is read: kinds, colours and descriptions are the same for many products. Safe to share between
/// threads.
/// </summary>
internal sealed class SharedTexts
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The text, as it was first seen.</summary>
    public string Of(string text) => known.GetOrAdd(text, text);
}
