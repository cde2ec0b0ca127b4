namespace FashionRecs.Domain.Reviews.Shortcuts;

/// <summary>Which key does what for one person. Immutable.</summary>
public sealed class ReviewKeys
{
    private readonly IReadOnlyDictionary<string, string> changed;

    private ReviewKeys(IReadOnlyDictionary<string, string> changed) => this.changed = changed;

    /// <summary>The keys nobody changed.</summary>
    public static ReviewKeys Default { get; } = new(new Dictionary<string, string>());

    /// <summary>The key of an action.</summary>
    public string this[ReviewAction action] => changed.GetValueOrDefault(action.Name, action.Key);

    /// <summary>Names of actions by key, for the page's script.</summary>
    public IReadOnlyDictionary<string, string> ByKey =>
        ReviewAction.All.ToDictionary(action => this[action], action => action.Name, StringComparer.Ordinal);

    /// <summary>Gives an action another key.</summary>
    /// <exception cref="InvalidDataException">The key is a digit, cannot be used, or does something else already; one sentence says
    /// which.</exception>
    public ReviewKeys With(ReviewAction action, string key)
    {
        if (key.Length == 0 || key is "Tab" or "Escape" or "Shift" or "Control" or "Alt" or "Meta")
        {
            throw new InvalidDataException($"The key '{key}' cannot be a shortcut, since the browser needs it.");
        }

        if (key.Length == 1 && char.IsAsciiDigit(key[0]))
        {
            throw new InvalidDataException("The digits choose values and cannot be given to anything else.");
        }

        if (ReviewAction.All.FirstOrDefault(other => other != action && this[other] == key) is { } taken)
        {
            throw new InvalidDataException($"The key '{key}' is taken: {taken.Title}.");
        }

        return new ReviewKeys(new Dictionary<string, string>(changed) { [action.Name] = key });
    }

    /// <summary>The changed keys as <c>action=key</c> lines.</summary>
    public string Write() => string.Join('\n', changed.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Reads what <see cref="Write"/> wrote; lines that no longer make sense are left out.</summary>
    public static ReviewKeys Read(string text)
    {
        var keys = Default;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = line.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0 && ReviewAction.All.FirstOrDefault(action => action.Name == line[..cut]) is { } known)
            {
                try
                {
                    keys = keys.With(known, line[(cut + 1)..]);
                }
                catch (InvalidDataException)
                {
                    // A key that a newer version uses for something else falls back to its default.
                }
            }
        }

        return keys;
    }
}
