namespace FashionRecs.Domain.Projection;

/// <summary>Judges a picture by its bytes, whatever its name says. Safe to call from several threads.</summary>
public interface IPictureInspector
{
    /// <summary>Looks through the whole picture and makes it ready to be kept: upright, without metadata, as JPEG, PNG or WebP.</summary>
    /// <exception cref="InvalidDataException">
    /// The bytes are no picture of a kind that is taken, too large a one, a moving one, or one that is cut off or damaged; the message is
    /// one sentence that says which.
    /// </exception>
    InspectedPicture Inspect(ReadOnlyMemory<byte> encoded);

    /// <summary>
    /// Measures how much of some regions lies on the garment: the part in [0, 1] of each region's pixels that the picture's ground does not
    /// reach from its border. Null where the picture has no even ground, or the garment hardly differs from it.
    /// </summary>
    /// <param name="encoded">The encoded picture.</param>
    /// <param name="regions">In pixels of the original picture.</param>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; the message is one sentence that says why.</exception>
    IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions);
}
