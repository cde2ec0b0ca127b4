namespace FashionRecs.Web.Shop.Arms;

/// <summary>Something that happened to a place of a page, as the browser sends it.</summary>
/// <param name="Id">Made by the browser; a repeat has the same.</param>
/// <param name="Kind">seen, impression, click, dwell, hover, maptoggle, decision, or an answer: trust, transparency, likingbefore,
/// likingafter, regionagreement; asked where a question was seen, declined where it was not answered on purpose.</param>
/// <param name="Shown">The token of what the place showed.</param>
/// <param name="Value">Seconds, or the answer; null where it only happens.</param>
/// <param name="Device">phone, tablet or desktop.</param>
public sealed record TrackingEvent(Guid Id, string Kind, string Shown, double? Value, string? Device)
{
    /// <summary>For asked and declined: the answer that was asked for.</summary>
    public string? Question { get; init; }
}
