using System.Globalization;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Pictures;

/// <summary>
/// How a picture sits in the 3:4 frame of a card, so that a region drawn over the frame lies on the same pixels.
/// Pictures near 3:4 fill the frame and lose a little at the edges; others are shown whole.
/// </summary>
/// <param name="Width">Width of the original picture in pixels, at least 1.</param>
/// <param name="Height">Height of the original picture in pixels, at least 1.</param>
public readonly record struct PictureFrame(int Width, int Height)
{
    /// <summary>Width by height of the frame.</summary>
    public const double Ratio = 3.0 / 4;

    private double Shape => Math.Max(1, Width) / (double)Math.Max(1, Height);

    /// <summary>Whether the picture fills the frame; else it is shown whole with ground around it.</summary>
    public bool Fills => Shape is > 0.62 and < 0.9;

    /// <summary>Where the whole picture lies in the frame, as an inline style: what fills the frame reaches beyond it.</summary>
    public string Whole
    {
        get
        {
            var (across, down) = Size;
            return string.Create(CultureInfo.InvariantCulture,
                $"left:{50 - (50 * across):0.##}%;top:{50 - (50 * down):0.##}%;width:{100 * across:0.##}%;height:{100 * down:0.##}%");
        }
    }

    /// <summary>Size of the picture in frame units: 1 × 1 is the frame.</summary>
    private (double Across, double Down) Size => Shape > Ratio == Fills ? (Shape / Ratio, 1) : (1, Ratio / Shape);

    /// <summary>
    /// Where a region lies, as an inline style in percent: of the 3:4 frame, or of the picture where that is shown by itself.
    /// </summary>
    public string Place(PixelBox box, bool framed) => Place(
        box.X / (double)Width, box.Y / (double)Height, (box.X + box.Width) / (double)Width, (box.Y + box.Height) / (double)Height, framed);

    /// <summary>Where the rectangle around an outline lies, in the same way.</summary>
    public string Place(PartOutline outline, bool framed)
    {
        var (left, top, right, bottom) = outline.Bounds();
        return Place(left, top, right, bottom, framed);
    }

    private string Place(double partLeft, double partTop, double partRight, double partBottom, bool framed)
    {
        var (across, down) = framed ? Size : (1, 1);
        var (left, top, right, bottom) = (Edge(partLeft, across), Edge(partTop, down), Edge(partRight, across), Edge(partBottom, down));
        return string.Create(CultureInfo.InvariantCulture,
            $"left:{100 * left:0.##}%;top:{100 * top:0.##}%;width:{100 * (right - left):0.##}%;height:{100 * (bottom - top):0.##}%");
    }

    /// <summary>From a part of the picture to a part of the frame it is centred in.</summary>
    private static double Edge(double part, double size) => Math.Clamp(0.5 + ((part - 0.5) * size), 0, 1);
}
