using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop.Photographs;

/// <summary>What somebody wants of the garment on their photograph: which parts do not matter, and which should be otherwise.</summary>
/// <param name="Off">Attributes that do not matter.</param>
/// <param name="Wanted">Values that products must have instead of what the photograph shows, at most one per attribute.</param>
public sealed record PhotographChoices(IReadOnlySet<GarmentAttribute> Off, IReadOnlyDictionary<GarmentAttribute, AttributeValue> Wanted)
{
    /// <summary>Everything as the photograph shows it.</summary>
    public static readonly PhotographChoices AsShown =
        new(new HashSet<GarmentAttribute>(), new Dictionary<GarmentAttribute, AttributeValue>());

    /// <summary>Reads choices from what an address says; what the vocabulary does not know is left out.</summary>
    public static PhotographChoices Read(AttributeVocabulary vocabulary, IEnumerable<string?> off, IEnumerable<string?> wanted)
    {
        var values = wanted.Select(code => code is null ? null : vocabulary.TryFindByFullCode(code)).OfType<AttributeValue>()
            .Where(value => !value.IsInvisible).DistinctBy(value => value.Attribute).ToDictionary(value => value.Attribute);
        var names = off.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
            vocabulary.Attributes.Where(attribute => names.Contains(attribute.Code) && !values.ContainsKey(attribute)).ToHashSet(), values);
    }

    /// <summary>Whether an attribute counts as the photograph shows it.</summary>
    public bool IsAsShown(GarmentAttribute attribute) => !Off.Contains(attribute) && !Wanted.ContainsKey(attribute);
}
