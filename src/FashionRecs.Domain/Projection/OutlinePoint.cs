namespace FashionRecs.Domain.Projection;

/// <summary>A point of an outline, in fractions of the picture.</summary>
/// <param name="X">From the left edge, in [0, 1].</param>
/// <param name="Y">From the upper edge, in [0, 1].</param>
public readonly record struct OutlinePoint(float X, float Y);
