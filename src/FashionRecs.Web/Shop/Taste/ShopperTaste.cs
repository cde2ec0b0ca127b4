using FashionRecs.Core.Preferences;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>What is known of a shopper at one moment. Immutable and safe to share between threads.</summary>
public sealed class ShopperTaste
{
    /// <summary>Puts together a history and what the learner made of it.</summary>
    public ShopperTaste(PreferenceState state, IReadOnlyList<ShopperEvent> history)
    {
        (State, History) = (state, history);
        Liked = Latest(PreferenceSignal.Like);
        Bag = Latest(PreferenceSignal.Bag);
        Hidden = Latest(PreferenceSignal.Hide).Union(Latest(PreferenceSignal.Dislike)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The weights and how sure they are.</summary>
    public PreferenceState State { get; }

    /// <summary>What the shopper did, oldest first, without what was taken back.</summary>
    public IReadOnlyList<ShopperEvent> History { get; }

    /// <summary>Products the shopper likes.</summary>
    public IReadOnlySet<string> Liked { get; }

    /// <summary>Products in the bag.</summary>
    public IReadOnlySet<string> Bag { get; }

    /// <summary>Products that are not to be shown again.</summary>
    public IReadOnlySet<string> Hidden { get; }

    /// <summary>The latest event of a kind done to a product, or null.</summary>
    public ShopperEvent? Find(PreferenceSignal signal, string product) =>
        History.LastOrDefault(happened => happened.Signal == signal && happened.Product == product);

    private HashSet<string> Latest(PreferenceSignal signal) =>
        [.. History.Where(happened => happened.Signal == signal).Select(happened => happened.Product).OfType<string>()];
}
