using FashionRecs.Core.Attributes;

namespace FashionRecs.Core.Projection;

/// <summary>Finds the region of any value of a picture, not only of the one the network believes in. Safe to call from several threads.</summary>
public interface IValueRegions
{
    /// <summary>The region of every value of the vocabulary, by its index; null where the value has none (the invisible ones).</summary>
    /// <param name="encoded">The encoded picture (JPEG, PNG or WebP).</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The picture cannot be used; the message is one sentence that says why.</exception>
    Task<IReadOnlyList<ValueRegion?>> RegionsAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default);
}

/// <summary>Where a value shows.</summary>
/// <param name="Value">The value.</param>
/// <param name="Box">The region, in pixels of the original picture.</param>
/// <param name="BoxShare">Share in [0, 1] of the value's positive evidence that lies in the box.</param>
/// <param name="OnGarment">Part in [0, 1] of the box that differs from the picture's ground.</param>
public sealed record ValueRegion(AttributeValue Value, PixelBox Box, float BoxShare, float OnGarment);
