using FashionRecs.Domain.Explanations;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Audit;

/// <summary>One reason that a simulated shopper read, and what the labels say to it.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Theme">What the shopper likes.</param>
/// <param name="Share">The reason.</param>
/// <param name="Letter">The best letter among the values it names; unknown without a label.</param>
/// <param name="OnPart">Whether the middle of the part lies in its outline, or its region where it has none; null where the place of the
/// part is not known.</param>
/// <param name="ContradictsText">Whether the product's own words say something else of the attribute; null where they say nothing.</param>
public sealed record AuditedReason(int Picture, AuditTheme Theme, Share Share, LabelLetter Letter, bool? OnPart, bool? ContradictsText);
