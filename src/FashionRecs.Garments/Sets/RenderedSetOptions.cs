using FashionRecs.Domain.Attributes;

namespace FashionRecs.Garments.Sets;

/// <summary>What set to write.</summary>
/// <param name="Folder">Where; made if missing.</param>
/// <param name="Count">Number of pictures, at least 1.</param>
/// <param name="Width">Width in pixels, 32 to 4096.</param>
/// <param name="Height">Height in pixels, 32 to 4096.</param>
/// <param name="Seed">The same seed writes the same bytes on one machine and version.</param>
public sealed record RenderedSetOptions(string Folder, int Count, int Width, int Height, ulong Seed)
{
    /// <summary>The values to show in turn; default: all 54.</summary>
    public IReadOnlyList<AttributeValue>? Themes { get; init; }

    /// <summary>Whether to vary ground, light, wearer and framing; default: true.</summary>
    public bool Cluttered { get; init; } = true;

    /// <summary>Whether to write the true region of every visible attribute as a mask, too; default: no.</summary>
    public bool Masks { get; init; }

    /// <summary>
    /// Whether the lengths next to the one shown are labelled <c>m</c>, as photographs' are by coarse words; default: no, since the drawing
    /// is exact.
    /// </summary>
    public bool MaybeNeighbours { get; init; }

    /// <summary>How many pictures are drawn at once; −1 (default) for one per processor.</summary>
    public int Threads { get; init; } = -1;
}
