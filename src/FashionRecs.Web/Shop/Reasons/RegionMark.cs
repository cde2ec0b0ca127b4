using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Shop.Reasons;

/// <summary>A region to be marked on a picture and the words that belong to it.</summary>
/// <param name="Key">Same for the words and the region; lights one when the other is touched.</param>
/// <param name="Words">What the region shows, for example "V-neckline".</param>
/// <param name="Box">Where, in pixels of the original picture.</param>
/// <param name="Number">Number beside the region, from 1; null where the region stands alone.</param>
public sealed record RegionMark(string Key, string Words, PixelBox Box, int? Number = null)
{
    /// <summary>Codes of the attribute and the value, parted by a colon, where more and less of it can be asked for; else null.</summary>
    public string? Code { get; init; }

    /// <summary>Whether a person looked and said so, rather than the network alone.</summary>
    public bool IsReviewed { get; init; }
}
