using System.Globalization;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Pictures;

/// <summary>
/// Addresses of squares cut out of pictures, for merchandisers. They hold the picture's fingerprint and the region, so that what an address
/// shows never changes.
/// </summary>
public static class CropAddress
{
    /// <summary>Width and height in pixels at most: twice what a cell of a grid has.</summary>
    public const int Side = 240;

    /// <summary>The square around a region.</summary>
    public static string Of(string fingerprint, PixelBox region) =>
        string.Create(CultureInfo.InvariantCulture,
            $"/merchandising/crops/{fingerprint}/{region.X}-{region.Y}-{region.Width}-{region.Height}.webp");
}
