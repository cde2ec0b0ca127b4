namespace FashionRecs.Vision.Imaging;

/// <summary>What a picture may cost before it is decoded.</summary>
public static class PictureLimits
{
    /// <summary>Largest encoded size, in bytes.</summary>
    public const long MaximumBytes = 25L * 1024 * 1024;

    /// <summary>Largest decoded size, in pixels.</summary>
    public const long MaximumPixels = 50_000_000;
}
