namespace FashionRecs.Web.Pictures;

/// <summary>Addresses of pictures. They hold the picture's fingerprint, so that what an address shows never changes.</summary>
public static class PictureAddress
{
    /// <summary>Widths in pixels that are served; others are refused, so that nobody fills the cache with sizes.</summary>
    public static readonly IReadOnlyList<int> Widths = [240, 360, 480, 720, 960];

    /// <summary>Width of a picture that is enlarged; no smaller original is made larger.</summary>
    public const int Enlarged = 1920;

    /// <summary>The picture at one of <see cref="Widths"/>.</summary>
    public static string Of(string fingerprint, int width) => $"/pictures/{fingerprint}/{width}.webp";

    /// <summary>All sizes, for a browser to choose from.</summary>
    public static string SourceSet(string fingerprint) => string.Join(", ", Widths.Select(width => $"{Of(fingerprint, width)} {width}w"));
}
