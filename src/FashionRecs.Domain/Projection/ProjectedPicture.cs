namespace FashionRecs.Domain.Projection;

/// <summary>A picture projected into the attribute space.</summary>
/// <param name="Width">Width of the original picture in pixels, after EXIF orientation.</param>
/// <param name="Height">Height of the original picture in pixels, after EXIF orientation.</param>
/// <param name="Attributes">One reading per attribute, in the vocabulary's order.</param>
public sealed record ProjectedPicture(int Width, int Height, IReadOnlyList<ProjectedAttribute> Attributes);
