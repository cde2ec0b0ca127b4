namespace FashionRecs.Vision.Imaging;

/// <summary>The kinds of picture files that are taken.</summary>
internal enum PictureKind
{
    /// <summary>ISO 10918.</summary>
    Jpeg,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>What many telephones make; kept as JPEG.</summary>
    Heic,

    /// <summary>AV1 in the same container; kept as JPEG.</summary>
    Avif,
}
