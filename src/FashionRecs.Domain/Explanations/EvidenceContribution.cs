namespace FashionRecs.Domain.Explanations;

/// <summary>
/// What evidence of one kind, other than the picture's values, adds to the score of a product or takes from it, compared with the shop's
/// average product: what is chosen together, what is described alike, kind and colour, price, how many chose it. Immutable.
/// </summary>
/// <param name="Kind">Names the kind of evidence, for example "chosen together"; never changes.</param>
/// <param name="Label">The kind in a shopper's words, for example "Chosen together".</param>
/// <param name="Parts">What it is the sum of, each with its own words and hundredths; largest first whether for or against.</param>
public sealed record EvidenceContribution(string Kind, string Label, IReadOnlyList<EvidencePart> Parts) : Contribution
{
    /// <summary>The kind that holds what others choose.</summary>
    public const string OfOthers = "others";

    /// <summary>The sum of the parts, in hundredths.</summary>
    public int Hundredths { get; } = Parts.Sum(part => part.Hundredths);

    /// <summary>What can truly be said of it; null where nothing specific can.</summary>
    public EvidenceReason? Reason { get; init; }

    /// <summary>Where the shopper has the named product, such as "you like" or "in your bag"; empty where it is not known.</summary>
    public string Whereabouts { get; init; } = "";

    /// <inheritdoc/>
    public override float Effect => Hundredths / 100f;

    /// <inheritdoc/>
    public override string Code => $"evidence: {Kind}";

    /// <inheritdoc/>
    public override string Words => Label;
}
