namespace FashionRecs.Domain.Projection;

/// <summary>Names the part of a picture where a region lies, so that regions of pictures of any size can be counted together.</summary>
public static class PicturePart
{
    private static readonly string[] Rows = ["upper", "middle", "lower"];
    private static readonly string[] Columns = ["left", "centre", "right"];

    /// <summary>The ninth of the picture that holds the region's middle, for example "upper centre".</summary>
    /// <param name="box">The region, in pixels of the picture.</param>
    /// <param name="width">The picture's width in pixels, at least 1.</param>
    /// <param name="height">The picture's height in pixels, at least 1.</param>
    public static string Of(PixelBox box, int width, int height) =>
        $"{Rows[Third(box.Y + (box.Height / 2.0), height)]} {Columns[Third(box.X + (box.Width / 2.0), width)]}";

    private static int Third(double at, int length) => Math.Clamp((int)(3 * at / Math.Max(1, length)), 0, 2);
}
