using FashionRecs.Vision.Imaging;

namespace FashionRecs.Vision.Inference;

/// <summary>A picture made ready for the network.</summary>
/// <param name="Pixels">Normalised numbers (H, W, 3).</param>
/// <param name="Letterbox">Where the picture lies in the input.</param>
public sealed record PictureInput(float[] Pixels, Letterbox Letterbox)
{
    /// <summary>Decodes a picture, at a reduced scale where that is enough, and draws it into an input.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be used; one sentence says why.</exception>
    public static PictureInput Create(ReadOnlySpan<byte> encoded, InputRenderer renderer)
    {
        using var decoded = PictureDecoder.Decode(encoded, (renderer.Size.Width, renderer.Size.Height));
        var pixels = new float[renderer.Length];
        return new PictureInput(pixels, renderer.Render(decoded, pixels));
    }
}
