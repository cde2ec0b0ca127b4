namespace FashionRecs.Domain.Search;

/// <summary>Words that mean something together.</summary>
/// <param name="Words">Words that stand one after the other.</param>
/// <param name="Rest">Words that follow after a gap; none for most.</param>
/// <param name="Garments">Kinds of garment of which one must be asked for as well; none for any.</param>
/// <param name="Meaning">What is meant.</param>
internal sealed record SearchPhrase(string[] Words, string[] Rest, string[] Garments, SearchMeaning Meaning)
{
    /// <summary>Number of words.</summary>
    public int Length => Words.Length + Rest.Length;
}
