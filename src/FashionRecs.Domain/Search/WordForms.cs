namespace FashionRecs.Domain.Search;

/// <summary>The forms of words, each with the words that it is a form of: "dresses" with "dress".</summary>
/// <param name="shared">Forms that all shops have in common; null for none.</param>
internal sealed class WordForms(WordForms? shared = null)
{
    private readonly Dictionary<string, HashSet<string>> bases = new(StringComparer.Ordinal);
    private readonly List<(string Beginning, string Word)> wildcards = [];
    private string[]? spellable;

    /// <summary>The words of the lexicon that a word is a form of.</summary>
    public IReadOnlyList<string> Bases(string word)
    {
        var found = Exact(word);
        return found.Count > 0 || word.Length < 4 ? found : Wild(word) is { } wildcard ? [wildcard] : [];
    }

    /// <summary>The same, without words that any ending fits.</summary>
    public IReadOnlyList<string> Exact(string word) => (bases.GetValueOrDefault(word), shared?.bases.GetValueOrDefault(word)) switch
    {
        (null, null) => [],
        (null, { } other) => [.. other],
        ({ } own, null) => [.. own],
        ({ } own, { } other) => [.. own.Union(other)],
    };

    /// <summary>The word that a misspelled one most likely is: fewest slips, and among them the likeliest; null for none.</summary>
    /// <param name="word">The word.</param>
    /// <param name="names">Whether a word alone names a thing to buy or a colour, which people search for most.</param>
    public string? Nearest(string word, Func<string, bool> names)
    {
        var (best, fewest) = ((string?)null, int.MaxValue);
        foreach (var form in Spellable())
        {
            if (Math.Abs(form.Length - word.Length) <= 2 && Spelling.Slips(word, form) is { } slips
                && (slips < fewest || (slips == fewest && Rank(form, word, names).CompareTo(Rank(best!, word, names)) < 0)))
            {
                (best, fewest) = (form, slips);
            }
        }

        return best;
    }

    /// <summary>What names a type is no form of anything else: "shorts" asks for nothing short.</summary>
    public void KeepApart(Func<string, bool> isType)
    {
        foreach (var (form, words) in bases)
        {
            if (words.Contains(form) && isType(form))
            {
                words.RemoveWhere(word => !isType(word));
            }
        }
    }

    /// <summary>Adds a word with its endings; one that ends with * has any ending.</summary>
    public void Add(string word, IReadOnlyList<string> endings)
    {
        if (word.EndsWith('*'))
        {
            foreach (var spelled in QueryTokens.Spellings(word[..^1]))
            {
                wildcards.Add((spelled, word));
                AddForm(spelled, word);
            }

            return;
        }

        foreach (var spelled in QueryTokens.Spellings(word))
        {
            AddForm(spelled, word);
            if (word.Length >= 3)
            {
                foreach (var ending in endings)
                {
                    AddForm(spelled + ending, word);
                }

                if (endings.Contains("es") && spelled.EndsWith('y') && endings.Count == 2)
                {
                    AddForm(spelled[..^1] + "ies", word);
                }
            }
        }
    }

    private void AddForm(string form, string word)
    {
        if (!bases.TryGetValue(form, out var words))
        {
            bases.Add(form, words = new HashSet<string>(StringComparer.Ordinal));
        }

        words.Add(word);
    }

    /// <summary>
    /// Words without an ending are likelier than their forms; then letters that only changed places, names of types, and the word of the
    /// same length.
    /// </summary>
    private (int, int, int, int, string) Rank(string form, string word, Func<string, bool> names) => (
        Exact(form).Contains(form) ? 0 : 1,
        form.Length == word.Length && form.Order().SequenceEqual(word.Order()) ? 0 : 1,
        names(form) ? 0 : 1,
        Math.Abs(form.Length - word.Length),
        form);

    /// <summary>The forms that misspelled words may be; worked out when the first is asked for, after all words were added.</summary>
    private string[] Spellable() => spellable ??=
    [
        .. shared?.Spellable() ?? [],
        .. bases.Keys.Where(form => form.Length >= Spelling.Shortest && form[0] < 0x2E80 && !form.Contains('*', StringComparison.Ordinal)),
    ];

    private string? Wild(string word) => wildcards.Where(wildcard => word.StartsWith(wildcard.Beginning, StringComparison.Ordinal))
        .OrderByDescending(wildcard => wildcard.Beginning.Length).Select(wildcard => wildcard.Word).FirstOrDefault() ?? shared?.Wild(word);
}
