using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Shop.Reasons;

/// <summary>A region to be marked on a picture and the words that belong to it; empty where they must not be said.</summary>
/// <param name="Key">Same for the words and the region; lights one when the other is touched.</param>
/// <param name="Words">What the region shows, for example "V-neckline".</param>
/// <param name="Box">Where, in pixels of the original picture.</param>
/// <param name="Number">Number beside the region, from 1; null where the region stands alone.</param>
public sealed record RegionMark(string Key, string Words, PixelBox Box, int? Number = null)
{
    /// <summary>The part's outline, drawn instead of a frame; null for a frame.</summary>
    public PartOutline? Outline { get; init; }

    /// <summary>The reason that it shows, by which a page says it in its own language; null where the words are said as they are.</summary>
    public ExplainedReason? Reason { get; init; }
}
