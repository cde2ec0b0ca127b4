namespace FashionRecs.Domain.Search;

/// <summary>The words that stand in the texts of a shop's products.</summary>
public interface IShopWords
{
    /// <summary>Whether a word stands in any text.</summary>
    bool Has(string word);

    /// <summary>Whether any word of the texts begins so.</summary>
    bool HasBeginning(string beginning);

    /// <summary>The most frequent word of the texts that a misspelled one is likely to be, or null.</summary>
    string? Nearest(string word);
}
