namespace FashionRecs.Application.Shop.Columns;

/// <summary>A text as a number of 64 bits, the same on every machine (FNV-1a of Fowler, Noll and Vo, by UTF-16 units).</summary>
internal static class StableHash
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The number of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        // What differs in the last letter only differs in the lowest bits so far.
        return hash ^ (hash >> 32);
    }
}
