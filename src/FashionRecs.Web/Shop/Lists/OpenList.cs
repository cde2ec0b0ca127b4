using FashionRecs.Application.Shop;
using FashionRecs.Web.Shop.Cards;

namespace FashionRecs.Web.Shop.Lists;

/// <summary>
/// What a page lists, from when it is opened until it is asked for anew: its products keep their places whatever the shopper does
/// meanwhile. Immutable.
/// </summary>
/// <param name="Key">Names it in the browser's history.</param>
/// <param name="Address">The page's address, without the host.</param>
/// <param name="Arms">The experiments' arms under which it was made; under others it is made anew.</param>
/// <param name="Then">The shopper for whom it was ranked.</param>
/// <param name="Heading">The page's heading; empty where it does not depend on the list.</param>
/// <param name="Shelves">The cards.</param>
/// <param name="At">When it was made.</param>
public sealed record OpenList(string Key, string Address, string Arms, ShopperProfile Then, string Heading,
    IReadOnlyList<ShelfModel> Shelves, DateTimeOffset At)
{
    /// <summary>Number of the list where what was shown is logged; another one where other products are shown.</summary>
    public Guid Impression { get; init; } = Guid.NewGuid();

    /// <summary>Products of an order that are remembered at most; who goes further goes on by what is known then.</summary>
    public const int MostOrdered = 2000;

    /// <summary>
    /// Ids of the products of this page and those before and after it, as they were ordered when the first of them was opened; empty for
    /// what has one page. Shared by the pages that somebody walks through.
    /// </summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>All cards, in order.</summary>
    public IEnumerable<CardModel> Cards => Shelves.SelectMany(shelf => shelf.Cards);

    /// <summary>The cards of the row of a title; none where there is no such row.</summary>
    public IReadOnlyList<CardModel> Of(string title) => Shelves.FirstOrDefault(shelf => shelf.Title == title)?.Cards ?? [];

    /// <summary>Whether the shopper has taught the shop something since, by which the list would be another one now.</summary>
    public bool IsBehind(ShopperProfile now)
    {
        return now != Then && !now.SameForEverybody && !Said(now).SequenceEqual(Said(Then));

        static IEnumerable<Guid> Said(ShopperProfile profile) =>
            profile.History.Events.Where(entry => Domain.Preferences.PreferenceSignals.IsDeliberate(entry.Event.Signal))
                .Select(entry => entry.Event.Id);
    }

    /// <summary>
    /// The same list as it looks now: each card in its place, with what the shopper has done to it since, but for what has left the shop.
    /// </summary>
    /// <param name="shop">The shop now.</param>
    /// <param name="anew">Makes a card anew, where what it says is not so any more.</param>
    public OpenList Now(ShopSnapshot shop, Func<CardModel, CardModel> anew) => this with
    {
        Shelves = [.. Shelves.Select(shelf => shelf with
        {
            Cards = [.. shelf.Cards.Where(card => shop.Catalog.IndexOf(card.Id) >= 0)
                .Select(card => (Says(card, shop.Shopper) ? card : anew(card)).As(shop.Shopper))],
        }).Where(shelf => shelf.Cards.Count > 0)],
    };

    /// <summary>
    /// Whether a card may still say what it says: the shopper has not denied it, and has not taken back what it goes with.
    /// </summary>
    private static bool Says(CardModel card, ShopperProfile now)
    {
        var denied = now.Denied(card.Id);
        return card.Explanation?.Named.Any(reason => reason.Values.Any(value => denied.Contains(value.Index))) != true
            && card.Explanation?.Composed.Reasons.Any(reason => reason.ChosenId is { } named && !now.Chose(named)) != true;
    }
}
