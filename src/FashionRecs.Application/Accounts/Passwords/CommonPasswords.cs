using System.Reflection;

namespace FashionRecs.Application.Accounts.Passwords;

/// <summary>
/// Knows passwords that are tried first by whoever guesses: well-known ones, the shop's own words, runs on the keyboard and repetitions.
/// Immutable.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>A part that is repeated to make a password is at most this long.</summary>
    private const int LongestPart = 4;

    private static readonly HashSet<string> Words = Read();

    private static readonly Dictionary<char, char> Instead = new()
    {
        ['0'] = 'o', ['1'] = 'i', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['8'] = 'b', ['@'] = 'a', ['$'] = 's', ['!'] = 'i',
        ['€'] = 'e',
    };

    /// <summary>How many words are known.</summary>
    public static int Count => Words.Count;

    /// <summary>Whether a password is common, or is one with little around it.</summary>
    public static bool Contains(string password)
    {
        var text = password.Trim().ToLowerInvariant();
        return Forms(text).Any(form => IsWord(form) || IsTwoWords(form)) || IsRepetition(text) || IsRun(text);
    }

    /// <summary>The password as it is, with letters for what stands for them, and each without what is put around.</summary>
    private static IEnumerable<string> Forms(string text)
    {
        var spelled = string.Concat(text.Select(letter => Instead.GetValueOrDefault(letter, letter)));
        return new[] { text, Bare(text), spelled, Bare(spelled), Spell(Bare(text)) }
            .Select(form => string.Concat(form.Where(char.IsLetterOrDigit))).Where(form => form.Length > 0).Distinct();
    }

    private static string Spell(string text) => string.Concat(text.Select(letter => Instead.GetValueOrDefault(letter, letter)));

    private static string Bare(string text)
    {
        var first = text.TakeWhile(letter => !char.IsLetter(letter)).Count();
        var last = text.Reverse().TakeWhile(letter => !char.IsLetter(letter)).Count();
        return first == text.Length ? "" : text[first..^last];
    }

    private static bool IsWord(string text) => Words.Contains(text);

    private static bool IsTwoWords(string text) =>
        Enumerable.Range(2, Math.Max(0, text.Length - 3)).Any(at => Words.Contains(text[..at]) && Words.Contains(text[at..]));

    private static bool IsRepetition(string text) => Enumerable.Range(1, LongestPart)
        .Any(length => text.Length >= 2 * length && Enumerable.Range(length, text.Length - length)
            .All(at => text[at] == text[at - length]));

    /// <summary>Each letter or digit is the next, or the one before, for nearly the whole of it: 1234567890, zyxwvutsrq.</summary>
    private static bool IsRun(string text) => text.Length > 3 && new[] { 1, -1 }.Any(step =>
        Enumerable.Range(1, text.Length - 1)
            .Count(at => text[at] - text[at - 1] == step || (text[at - 1], text[at]) is ('9', '0') or ('0', '9')) >= text.Length - 3);

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
