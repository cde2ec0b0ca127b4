using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Ranking;

/// <summary>"A little longer" or "a little shorter" in place of a value. Immutable.</summary>
/// <param name="Attribute">A length (<see cref="GarmentAttribute.IsLength"/>).</param>
/// <param name="Longer">Longer, else shorter.</param>
public sealed record LengthChange(GarmentAttribute Attribute, bool Longer)
{
    private const string LongerCode = "longer", ShorterCode = "shorter";

    /// <summary>What stands for it in an address, for example "sleeve_length:longer".</summary>
    public string FullCode => $"{Attribute.Code}:{(Longer ? LongerCode : ShorterCode)}";

    /// <summary>Reads <see cref="FullCode"/>; null where it names no length or no direction.</summary>
    public static LengthChange? TryParse(AttributeVocabulary vocabulary, string? code) =>
        code?.Split(':') is [var attribute, LongerCode or ShorterCode] parts && vocabulary.TryFind(attribute) is { IsLength: true } length
            ? new LengthChange(length, parts[1] == LongerCode) : null;
}
