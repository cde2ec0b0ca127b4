namespace FashionRecs.Application.Shop;

/// <summary>What a word that was asked for may look like in the catalog's texts.</summary>
internal static class WordForms
{
    /// <summary>Letters that a singular has at least; shorter ones would be found inside of everything.</summary>
    private const int Shortest = 3;

    /// <summary>
    /// The word as it is, then its English singulars, likeliest first: "dresses", "dresse", "dress". Words are found inside of longer ones,
    /// so that a singular finds plurals by itself. Only the first form that is found anywhere should count: "shorts" is no request for what
    /// is short.
    /// </summary>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        foreach (var (plural, singular) in new[] { ("ies", "y"), ("s", ""), ("es", "") })
        {
            if (word.Length - plural.Length >= Shortest && word.EndsWith(plural, StringComparison.OrdinalIgnoreCase)
                && !word.EndsWith("ss", StringComparison.OrdinalIgnoreCase))
            {
                yield return word[..^plural.Length] + singular;
            }
        }
    }
}
