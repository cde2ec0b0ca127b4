using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Shop.Home;

/// <summary>
/// Says what a recommended product is doing on the page where no reason can be named, so that no card is silent about it.
/// </summary>
public static class CardNote
{
    /// <summary>The note, or null where the card names a reason.</summary>
    /// <param name="pick">The product.</param>
    /// <param name="row">The row it stands in.</param>
    /// <param name="known">Whether anything is known of the shopper's taste.</param>
    public static string? Of(RecommendedCard pick, HomeShelf row, bool known) => pick switch
    {
        { Explanation.Reasons.Count: > 0 } or { Explanation.Beside.Count: > 0 } => null,
        { Explored: true } => "something different, to learn your taste",
        _ when !known => "a random pick – we don't know your taste yet",
        _ when row.Near is not null => "similar to what you liked",
        { Explanation.Contributions.Count: 0 } => "new to your taste",
        _ => "a good overall match",
    };
}
