using FashionRecs.Domain.Attributes;

namespace FashionRecs.Training.Datasets;

/// <summary>One annotation row: what a person or a rule said of one attribute of one picture.</summary>
/// <param name="Image">Path relative to the set's root, with forward slashes, for example "Images/hm/0108775.jpg".</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Letters">One letter per value, exactly one of them <see cref="LabelLetter.Yes"/>.</param>
/// <param name="Line">One-based line in the file.</param>
public sealed record AttributeLabel(string Image, GarmentAttribute Attribute, IReadOnlyList<LabelLetter> Letters, long Line);
