using SkiaSharp;

namespace FashionRecs.Garments.Truth;

/// <summary>A rendered picture with its truth. Owns the bitmap; dispose it.</summary>
/// <param name="Bitmap">The picture, opaque BGRA.</param>
/// <param name="Regions">One entry per attribute, in the vocabulary's order.</param>
/// <param name="Colour">Name of the main colour.</param>
/// <param name="Print">The print of the cloth.</param>
/// <param name="Weave">How the cloth is made.</param>
/// <param name="Quality">Encoding quality in [1, 100] that the seed chose for training pictures.</param>
public sealed record RenderedPicture(
    SKBitmap Bitmap, IReadOnlyList<AttributeRegion> Regions, string Colour, Cloth.ClothPrint Print, Cloth.ClothWeave Weave,
    int Quality) : IDisposable
{
    /// <summary>The picture as a file of the given format and quality (1 to 100).</summary>
    public byte[] Encode(SKEncodedImageFormat format, int quality)
    {
        using var pixels = Bitmap.PeekPixels();
        using var data = pixels.Encode(format, quality);
        return data?.ToArray() ?? throw new InvalidOperationException($"SkiaSharp cannot write {format}.");
    }

    /// <inheritdoc/>
    public void Dispose() => Bitmap.Dispose();
}
