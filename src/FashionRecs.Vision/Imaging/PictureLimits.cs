namespace FashionRecs.Vision.Imaging;

/// <summary>What a picture may cost before it is decoded.</summary>
public static class PictureLimits
{
    /// <summary>Largest encoded size, in bytes.</summary>
    public const long MaximumBytes = 25L * 1024 * 1024;

    /// <summary>Largest decoded size, in pixels.</summary>
    public const long MaximumPixels = 50_000_000;

    /// <summary>Largest HEIC or AVIF picture, in pixels: it is held twice while it is converted.</summary>
    public const long MaximumConvertedPixels = 26_000_000;

    /// <summary>Bytes that a decoder may hold of a progressive JPEG until its last scan.</summary>
    public const long MaximumHeldBytes = 160_000_000;

    /// <summary>Longest side of a WebP, in pixels.</summary>
    public const int LongestWebPSide = 16_383;
}
