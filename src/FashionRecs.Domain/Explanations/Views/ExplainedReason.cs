using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>
/// A reason as views show it, whatever it comes from: a value of the picture, several of them, or something else that ranked the product.
/// Immutable.
/// </summary>
/// <param name="Code">Names it in exposures, for example "neckline_design: V Neckline".</param>
/// <param name="Phrase">In a shopper's words: a value follows "because of its", for example "V-neckline"; other evidence stands by itself,
/// for example "often chosen with".</param>
/// <param name="Contribution">What it adds to the score; 0 for what is no part of it.</param>
public sealed record ExplainedReason(string Code, string Phrase, float Contribution)
{
    /// <summary>The same for the words and the regions of one reason; no two reasons of a product share it.</summary>
    public string Key { get; init; } = Code;

    /// <summary>Where the picture shows it, in pixels of the original; empty for what is not seen in the picture.</summary>
    public IReadOnlyList<PixelBox> Regions { get; init; } = [];

    /// <summary>The outline of the part in the first region; null where none was drawn.</summary>
    public PartOutline? Outline { get; init; }

    /// <summary>The values it speaks of: their maps show it, more or less of them can be asked for. Empty for what is no value.</summary>
    public IReadOnlyList<AttributeValue> Values { get; init; } = [];

    /// <summary>The full code by which more or less of it is asked for; null for what is no value.</summary>
    public string? FullCode => Values switch
    {
        [var value] => value.FullCode(),
        [{ Family: { } family }, ..] when family.Values.SequenceEqual(Values) => family.FullCode(),
        _ => null,
    };

    /// <summary>Whether the phrase stands by itself, such as "often chosen with", rather than after "because of its".</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Name of the shopper's product that the phrase ends with, in its own language; empty for none.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>The shop's own number of that product; null for none.</summary>
    public string? ChosenId { get; init; }

    /// <summary>Where the shopper has that product, such as "in your bag"; empty for nowhere to be said.</summary>
    public string Whereabouts { get; init; } = "";

    /// <summary>Who says that the product has it; null for what is no reading.</summary>
    public TagSource? Source { get; init; }

    /// <summary>Whether a person looked and said so; a view that keeps that back sets it to false.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>The reason that a share of the score is.</summary>
    public static ExplainedReason From(Share share) => share.Family is { } family
        ? From(share.Value, share.Contribution, share.Region, share.Source) with { Code = family.ToString(),
            Phrase = family.Phrase, Values = family.Values }
        : From(share.Value, share.Contribution, share.Region, share.Source);

    /// <summary>The reason that other evidence is.</summary>
    public static ExplainedReason From(EvidenceContribution evidence) => new(evidence.Code, evidence.Reason?.Words ?? "", evidence.Effect)
    {
        StandsAlone = true, Chosen = evidence.Reason?.Chosen?.Product.Name ?? "", ChosenId = evidence.Reason?.Chosen?.Product.Id,
        Whereabouts = evidence.Whereabouts,
    };

    /// <summary>What a reading says, as if it were a reason.</summary>
    public static ExplainedReason From(AttributeReading reading) => From(reading.Top, 0, reading.Region, reading.Source);

    private static ExplainedReason From(AttributeValue value, float contribution, PartRegion? region, TagSource source) =>
        new(value.ToString(), value.Phrase, contribution)
        {
            Key = $"{value.Attribute.Code}-{value.Position}",
            Regions = region is null ? [] : [region.Box],
            Outline = region?.Outline,
            Values = [value],
            Source = source,
            IsReviewed = source == TagSource.Reviewed,
        };
}
