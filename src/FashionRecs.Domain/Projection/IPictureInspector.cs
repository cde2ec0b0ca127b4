namespace FashionRecs.Domain.Projection;

/// <summary>Judges a picture by its bytes, whatever its name says. Safe to call from several threads.</summary>
public interface IPictureInspector
{
    /// <summary>Reads the picture's size in pixels, after EXIF orientation.</summary>
    /// <exception cref="InvalidDataException">The bytes are no JPEG, PNG or WebP picture, too large a one, or one that is cut off; the
    /// message is one sentence that says which.</exception>
    (int Width, int Height) Inspect(ReadOnlyMemory<byte> encoded);

    /// <summary>
    /// Measures how much of some regions lies on the garment: the part in [0, 1] of each region's pixels that the picture's ground does not
    /// reach from its border. Null where the picture has no even ground, or the garment hardly differs from it.
    /// </summary>
    /// <param name="encoded">The encoded picture.</param>
    /// <param name="regions">In pixels of the original picture.</param>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; the message is one sentence that says why.</exception>
    IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions);
}
