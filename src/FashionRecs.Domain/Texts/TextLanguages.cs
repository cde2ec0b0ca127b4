namespace FashionRecs.Domain.Texts;

/// <summary>
/// The languages a reader knows, and which attributes each kind of garment can have. Data (<see cref="TextLanguagesFile"/>). Immutable.
/// </summary>
/// <param name="Name">Name of the data, for example "product-texts".</param>
/// <param name="Version">Version of the data; a higher number means other words.</param>
/// <param name="Garments">Codes of the attributes that a text may say of a garment, by kind of garment; none for what is no such
/// garment.</param>
/// <param name="Reliability"> How often a text that says something of an attribute is right, by the attribute's code, in (0, 1); measured
/// on photographs against the eye. Empty where nobody measured. </param>
/// <param name="Languages">The languages; at most 32.</param>
public sealed record TextLanguages(
    string Name, int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Garments,
    IReadOnlyDictionary<string, double> Reliability,
    IReadOnlyList<TextLanguage> Languages);
