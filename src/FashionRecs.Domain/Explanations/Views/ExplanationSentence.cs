namespace FashionRecs.Domain.Explanations.Views;

/// <summary>A sentence in parts, so that a page can mark the reasons in it. Immutable.</summary>
/// <param name="Parts">The parts in order; together they are the sentence, spaces and all.</param>
public sealed record ExplanationSentence(IReadOnlyList<SentencePart> Parts)
{
    private const string Contrasted = "rather than the one you hid, ";

    /// <summary>What it says: other evidence and values, in order; empty for a plain sentence.</summary>
    public IReadOnlyList<ExplainedReason> Said { get; private init; } = [];

    /// <summary>Where it stands.</summary>
    public ExplanationPlace Place { get; private init; }

    /// <summary>Whether it compares the product with the one that was hidden last.</summary>
    public bool IsContrast { get; private init; }

    /// <summary>The reasons that are named, in order.</summary>
    public IEnumerable<ExplainedReason> Reasons => Parts.Select(part => part.Reason).OfType<ExplainedReason>();

    /// <summary>A sentence that names no reason.</summary>
    public static ExplanationSentence Plain(string words) => new([new SentencePart(words)]);

    /// <summary>
    /// For example "because of its V-neckline and long sleeves" on a card, "Recommended because of its V-neckline." on the product's page;
    /// with other evidence "often chosen with the Linen trousers you like, and because of its V-neckline".
    /// </summary>
    /// <param name="reasons">The reasons to name, at least one: other evidence first, then values.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isContrast">Whether it says why this product rather than the one that was hidden last.</param>
    public static ExplanationSentence Because(IReadOnlyList<ExplainedReason> reasons, ExplanationPlace place, bool isContrast = false)
    {
        ExplainedReason[] evidence = [.. reasons.Where(reason => reason.StandsAlone)];
        ExplainedReason[] values = [.. reasons.Where(reason => !reason.StandsAlone)];
        var whole = place == ExplanationPlace.ProductPage;
        var parts = new List<SentencePart>
        {
            new($"{(whole ? evidence.Length > 0 ? "Recommended: " : "Recommended " : "")}{(isContrast ? Contrasted : "")}"),
        };
        for (var at = 0; at < evidence.Length; at++)
        {
            parts.Add(new SentencePart(at == 0 ? "" : values.Length == 0 && at == evidence.Length - 1 ? ", and " : ", "));
            parts.AddRange(Beside(evidence[at]));
        }

        for (var at = 0; at < values.Length; at++)
        {
            parts.Add(new SentencePart(at == 0 ? evidence.Length > 0 ? ", and because of its " : "because of its " : at == values.Length - 1
                ? " and " : ", "));
            parts.Add(new SentencePart(values[at].Phrase, values[at]));
        }

        return new([.. parts.Where(part => part.Words.Length > 0), .. whole ? [new SentencePart(".")] : Array.Empty<SentencePart>()])
        {
            Said = [.. evidence, .. values], Place = place, IsContrast = isContrast,
        };
    }

    private static IEnumerable<SentencePart> Beside(ExplainedReason evidence) => evidence.Chosen.Length == 0
        ? [new SentencePart(evidence.Phrase)]
        : [
            new SentencePart($"{evidence.Phrase} the "), new SentencePart(evidence.Chosen, IsName: true),
            new SentencePart(evidence.Whereabouts.Length == 0 ? "" : $" {evidence.Whereabouts}"),
        ];

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts.Select(part => part.Words));
}
