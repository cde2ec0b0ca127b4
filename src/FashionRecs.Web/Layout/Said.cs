namespace FashionRecs.Web.Layout;

/// <summary>What a page says of what was just done. Immutable.</summary>
/// <param name="Words">A sentence; empty while there is nothing to say.</param>
/// <param name="IsTrouble">Whether it was not done.</param>
public sealed record Said(string Words, bool IsTrouble = false)
{
    /// <summary>Nothing yet.</summary>
    public static Said Nothing { get; } = new("");

    /// <summary>Why something was not done.</summary>
    public static Said Trouble(string words) => new(words, IsTrouble: true);
}
