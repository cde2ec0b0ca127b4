namespace FashionRecs.Domain.Projection;

/// <summary>A picture that was found whole, as the shop may keep it.</summary>
/// <param name="Bytes">JPEG, PNG or WebP without what the file said of camera, place and people; its colour profile is kept.</param>
/// <param name="Width">Width in pixels, upright.</param>
/// <param name="Height">Height in pixels, upright.</param>
/// <param name="IsBlank">Whether it is all of nearly one colour, so that no garment can be on it.</param>
public sealed record InspectedPicture(ReadOnlyMemory<byte> Bytes, int Width, int Height, bool IsBlank);
