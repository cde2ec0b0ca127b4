using FashionRecs.Application.Shop;
using Microsoft.Extensions.Localization;

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
    /// <param name="texts">The words.</param>
    /// <param name="same">Whether the shopper asked for the same as everybody gets.</param>
    public static string? Of(RecommendedCard pick, HomeShelf row, bool known, IStringLocalizer texts, bool same = false) => pick switch
    {
        { Explanation.Reasons.Count: > 0 } or { Explanation.Beside.Count: > 0 } => null,
        { Explored: true } => texts["something different, to learn your taste"].Value,
        _ when same => texts["shown to everybody alike"].Value,
        _ when !known => texts["a random pick – we don't know your taste yet"].Value,
        _ when row.Near is not null => texts["similar to what you liked"].Value,
        { Explanation.Contributions.Count: 0 } => texts["something new to you"].Value,
        _ => texts["a good overall match"].Value,
    };
}
