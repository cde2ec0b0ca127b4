using FashionRecs.Application.Shop;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Web.Shop.Pairings;

/// <summary>Why a product goes with what was chosen, as a card says it.</summary>
/// <param name="Words">The beginning of the line, such as "often chosen with"; empty where no share stands out.</param>
/// <param name="Chosen">Name of the product that the line ends with, or empty.</param>
/// <param name="Where">What follows the name: where the shopper has it.</param>
/// <param name="Shares">All shares of the score.</param>
/// <param name="Said">The share that the line is about, or null.</param>
/// <param name="Hundredths">Their sum: the score in hundredths.</param>
public sealed record PairingView(string Words, string Chosen, string Where, IReadOnlyList<PairingShare> Shares, string? Said,
    int Hundredths)
{
    /// <summary>The shopper's own product that the line names; null where it names none, or the one whose page it is.</summary>
    public string? ChosenId { get; init; }

    /// <summary>The same without the line, where it is not so any more.</summary>
    public PairingView Silent => this with { Words = "", Chosen = "", Where = "", ChosenId = null };

    /// <summary>What a card says of a pairing.</summary>
    /// <param name="pairing">The pairing.</param>
    /// <param name="profile">The shopper, for whether they like the named product or have it in the bag.</param>
    /// <param name="about">The product whose page it is, which needs no name there; null elsewhere.</param>
    public static PairingView Of(Pairing pairing, ShopperProfile profile, string? about = null)
    {
        var reason = pairing.Reason;
        var chosen = reason?.Chosen?.Product.Id;
        var (before, name, after) = reason?.Chosen?.Product switch
        {
            null => ("", "", ""),
            { Id: var id } when id == about => (" this one", "", ""),
            var other => (" the ", other.Name, profile.Bag.Contains(other.Id) ? " in your bag" : " you like"),
        };
        return new PairingView($"{reason?.Words}{before}", name, after, pairing.Shares, reason?.Term,
            pairing.Hundredths) { ChosenId = chosen == about ? null : chosen };
    }
}
