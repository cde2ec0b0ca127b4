namespace FashionRecs.Domain.Attributes;

/// <summary>
/// The words of the interpretable space: attributes and their values, in the order of the network's outputs.
/// Loaded from data (<see cref="AttributeVocabularyFile"/>); another domain is another file, not other code.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class AttributeVocabulary
{
    private readonly Dictionary<string, GarmentAttribute> byCode;

    internal AttributeVocabulary(string name, int version, IReadOnlyList<GarmentAttribute> attributes)
    {
        (Name, Version, Attributes) = (name, version, attributes);
        Values = [.. attributes.SelectMany(attribute => attribute.Values)];
        byCode = attributes.ToDictionary(attribute => attribute.Code, StringComparer.Ordinal);
    }

    /// <summary>Name of the vocabulary, for example "fashionai-garments".</summary>
    public string Name { get; }

    /// <summary>Version of the vocabulary's data; a higher number means other values or another order.</summary>
    public int Version { get; }

    /// <summary>The attributes, in order.</summary>
    public IReadOnlyList<GarmentAttribute> Attributes { get; }

    /// <summary>All values of all attributes, in order; a value's <see cref="AttributeValue.Index"/> is its place here.</summary>
    public IReadOnlyList<AttributeValue> Values { get; }

    /// <summary>Finds an attribute by its code.</summary>
    /// <exception cref="KeyNotFoundException">The vocabulary has no such attribute.</exception>
    public GarmentAttribute this[string code] => TryFind(code)
        ?? throw new KeyNotFoundException($"The vocabulary '{Name}' has no attribute '{code}'; it has {string.Join(", ", byCode.Keys)}.");

    /// <summary>Finds an attribute by its code, or null.</summary>
    public GarmentAttribute? TryFind(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Finds a value by the codes of its attribute and itself, or null.</summary>
    public AttributeValue? TryFind(string attribute, string value) =>
        TryFind(attribute)?.Values.FirstOrDefault(candidate => candidate.Code == value);
}
