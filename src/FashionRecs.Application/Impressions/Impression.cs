namespace FashionRecs.Application.Impressions;

/// <summary>One list of products that was really on a shopper's screen.</summary>
/// <param name="Id">Made once by the caller for this list; logging it again changes nothing.</param>
/// <param name="Shopper">Who saw it.</param>
/// <param name="Place">Where in the shop, for example "home".</param>
/// <param name="Products">Product ids in the order of the page.</param>
public sealed record Impression(Guid Id, Guid Shopper, string Place, IReadOnlyList<string> Products)
{
    /// <summary>When; filled in by the store.</summary>
    public DateTimeOffset At { get; init; }
}
