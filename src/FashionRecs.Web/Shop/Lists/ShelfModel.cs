using FashionRecs.Web.Shop.Cards;

namespace FashionRecs.Web.Shop.Lists;

/// <summary>A row of cards as a page shows it.</summary>
/// <param name="Title">Its heading; null where the page's own is about it.</param>
/// <param name="Note">A sentence below the heading, or null.</param>
/// <param name="IsRow">Whether it is one row that can be pushed sideways on a phone.</param>
/// <param name="Cards">The cards, in order.</param>
public sealed record ShelfModel(string? Title, string? Note, bool IsRow, IReadOnlyList<CardModel> Cards);
