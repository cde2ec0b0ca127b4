using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Pairings;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Cards;

/// <summary>A product as a card shows it.</summary>
/// <param name="Id">The shop's own number of the product.</param>
/// <param name="Name">Plain text.</param>
/// <param name="Price">Price in the shop's currency (<see cref="PriceWords"/>), or null where unknown.</param>
/// <param name="Picture">Fingerprint of the picture.</param>
/// <param name="Frame">Size of the picture.</param>
/// <param name="Position">Zero-based position on the page.</param>
/// <param name="Reasons">The regions named in the one-line reason, best first; empty where no reason is good enough.</param>
/// <param name="Liked">Whether the shopper likes it.</param>
/// <param name="InBag">Whether it lies in the shopper's bag.</param>
public sealed record CardModel(
    string Id, string Name, decimal? Price, string Picture, PictureFrame Frame, int Position,
    IReadOnlyList<RegionMark> Reasons, bool Liked = false, bool InBag = false)
{
    /// <summary>What an experiment shows instead of <see cref="Reasons"/>; null for shoppers who take part in none.</summary>
    public RenderedExplanation? Shown { get; init; }

    /// <summary>Address of the heat map that lies over the picture, where an experiment shows one; else null.</summary>
    public string? Map { get; init; }

    /// <summary>What the card says where it names no reason; null where it says nothing then.</summary>
    public string? Note { get; init; }

    /// <summary>Why it goes with what was chosen, where that is what ranked it; then there are no <see cref="Reasons"/>.</summary>
    public PairingView? Pairing { get; init; }

    /// <summary>The values that the line names.</summary>
    public IReadOnlyList<RegionMark> Named => Shown is null ? Reasons : Shown.Named;

    /// <summary>The regions that are framed.</summary>
    public IReadOnlyList<RegionMark> Marked => Shown is null ? Reasons : Shown.Marked;
}
