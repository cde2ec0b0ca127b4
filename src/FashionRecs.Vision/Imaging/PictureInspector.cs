using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Judges pictures by decoding them, at a reduced scale where pixels are looked at.</summary>
public sealed class PictureInspector : IPictureInspector
{
    /// <summary>Longest side that the ground is looked for on, in pixels.</summary>
    private const int Side = 96;

    /// <inheritdoc/>
    public InspectedPicture Inspect(ReadOnlyMemory<byte> encoded) => PictureJudge.Judge(encoded.Span);

    /// <inheritdoc/>
    public IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions)
    {
        using var decoded = PictureDecoder.Decode(encoded.Span, (Side, Side));
        var scale = (double)Side / Math.Max(decoded.Width, decoded.Height);
        int width = Math.Max(3, (int)Math.Round(decoded.Width * scale)), height = Math.Max(3, (int)Math.Round(decoded.Height * scale));
        using var small = decoded.Bitmap.Resize(new SKImageInfo(width, height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Ground.TryFindGarment(small.Pixels, width) is { } garment ? [.. regions.Select(region => Part(region, garment))] : null;

        float Part(PixelBox region, bool[] garment)
        {
            int left = Math.Clamp((int)(region.X * scale), 0, width - 1),
            right = Math.Clamp((int)Math.Ceiling((region.X + region.Width) * scale), left + 1, width);
            int top = Math.Clamp((int)(region.Y * scale), 0, height - 1),
            bottom = Math.Clamp((int)Math.Ceiling((region.Y + region.Height) * scale), top + 1, height);
            var on = 0;
            for (var y = top; y < bottom; y++)
            {
                for (var x = left; x < right; x++)
                {
                    on += garment[(y * width) + x] ? 1 : 0;
                }
            }

            return (float)on / ((right - left) * (bottom - top));
        }
    }
}
