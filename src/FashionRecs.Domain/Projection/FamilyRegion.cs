using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Projection;

/// <summary>Where a picture shows a family of values.</summary>
/// <param name="Family">The family.</param>
/// <param name="Region">Cut from the sum of its values' maps.</param>
public sealed record FamilyRegion(ValueFamily Family, PartRegion Region);
