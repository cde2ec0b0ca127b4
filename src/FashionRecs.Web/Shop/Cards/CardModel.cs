using FashionRecs.Web.Languages;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Explanations;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Shop.Cards;

/// <summary>A product as a card shows it.</summary>
/// <param name="Id">The shop's own number of the product.</param>
/// <param name="Name">Plain text.</param>
/// <param name="Price">Price in the shop's currency (<see cref="PriceWords"/>), or null where unknown.</param>
/// <param name="Picture">Fingerprint of the picture.</param>
/// <param name="Frame">Size of the picture.</param>
/// <param name="Position">Zero-based position on the page.</param>
/// <param name="Explanation">Why it is shown; null where an experiment keeps that back.</param>
/// <param name="Liked">Whether the shopper likes it.</param>
/// <param name="InBag">Whether it lies in the shopper's bag.</param>
public sealed record CardModel(
    string Id, string Name, decimal? Price, string Picture, PictureFrame Frame, int Position,
    RenderedExplanation? Explanation, bool Liked = false, bool InBag = false)
{
    /// <summary>Address of the heat map that lies over the picture, where the explanation has one; else null.</summary>
    public string? Map { get; init; }

    /// <summary>What the card says where it names no reason; null where it says nothing then.</summary>
    public string? Note { get; init; }

    /// <summary>The sum that ranked it, where it can be opened on the card; else null.</summary>
    public Explanation? Sum { get; init; }

    /// <summary>Code of the ranking that picked it, where two are interleaved; else null.</summary>
    public string? Ranking { get; init; }

    /// <summary>Whether it is not sold any more, and stands here only because the shopper keeps it.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>
    /// Whether the shopper asked not to see it again: it keeps its place, and can be brought back, until the list is made anew.
    /// </summary>
    public bool IsHidden { get; init; }

    /// <summary>The same card with what a shopper has done to it.</summary>
    public CardModel As(ShopperProfile shopper) =>
        this with { Liked = shopper.Liked.Contains(Id), InBag = shopper.Bag.Contains(Id), IsHidden = shopper.Hidden.Contains(Id) };
}
