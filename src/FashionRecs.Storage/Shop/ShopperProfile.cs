using FashionRecs.Core.Preferences;
using FashionRecs.Storage.Shoppers;

namespace FashionRecs.Storage.Shop;

/// <summary>What the shop knows of one shopper at one moment. Immutable and safe to share between threads.</summary>
public sealed class ShopperProfile
{
    internal ShopperProfile(ShopperHistory history, PreferenceState state)
    {
        (History, State) = (history, state);
        Liked = Products(PreferenceSignal.Like);
        Bag = Products(PreferenceSignal.Bag);
        Disliked = Products(PreferenceSignal.Dislike);
        Hidden = Products(PreferenceSignal.Hide);
    }

    /// <summary>What the shopper did and did not undo.</summary>
    public ShopperHistory History { get; }

    /// <summary>What is believed of their taste.</summary>
    public PreferenceState State { get; }

    /// <summary>Ids of the products they like.</summary>
    public IReadOnlySet<string> Liked { get; }

    /// <summary>Ids of the products in their bag.</summary>
    public IReadOnlySet<string> Bag { get; }

    /// <summary>Ids of the products they dislike.</summary>
    public IReadOnlySet<string> Disliked { get; }

    /// <summary>Ids of the products they asked not to see again.</summary>
    public IReadOnlySet<string> Hidden { get; }

    /// <summary>Whether they like a product or have it in the bag, and did not turn it down otherwise.</summary>
    public bool Chose(string product) => (Liked.Contains(product) || Bag.Contains(product)) && !Disliked.Contains(product) && !Hidden.Contains(product);

    private HashSet<string> Products(PreferenceSignal signal) =>
        [.. History.Events.Where(entry => entry.Event.Signal == signal).Select(entry => entry.Event.ProductId).OfType<string>()];
}
