namespace FashionRecs.Vision.Imaging;

/// <summary>What a picture may cost before it is decoded.</summary>
public static class PictureLimits
{
    /// <summary>Largest encoded size, in bytes.</summary>
    public const long MaximumBytes = 25L * 1024 * 1024;

    /// <summary>Largest decoded size, in pixels.</summary>
    public const long MaximumPixels = 50_000_000;

    /// <summary>Bytes that a decoder may hold of one picture.</summary>
    public const long MaximumHeldBytes = 220_000_000;

    /// <summary>Longest side of a picture that was converted, in pixels: three times what any page shows.</summary>
    public const int LongestConvertedSide = 3_000;

    /// <summary>Longest side of a WebP, in pixels.</summary>
    public const int LongestWebPSide = 16_383;
}
