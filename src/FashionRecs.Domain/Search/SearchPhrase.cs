namespace FashionRecs.Domain.Search;

/// <summary>Words that mean something together.</summary>
/// <param name="Words">Words that stand one after the other.</param>
/// <param name="Rest">Words that follow after a gap; none for most.</param>
/// <param name="Garments">Kinds of garment of which one must be asked for as well; none for any.</param>
/// <param name="Meaning">What is meant.</param>
/// <param name="Language">Code of its language; empty for a shop's own name.</param>
/// <param name="Rank">Place among the ways to say it in its language, 0 for the usual one.</param>
internal sealed record SearchPhrase(string[] Words, string[] Rest, string[] Garments, SearchMeaning Meaning, string Language, int Rank)
{
    /// <summary>Number of words.</summary>
    public int Length => Words.Length + Rest.Length;
}
