using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>
/// What the shop knows of one shopper at one moment. A product is either wanted (liked, in the bag) or turned down (disliked, hidden): the
/// later act decides, and undoing it brings the earlier one back. Immutable and safe to share between threads.
/// </summary>
public sealed class ShopperProfile
{
    private readonly HashSet<string> liked = [];
    private readonly HashSet<string> bag = [];
    private readonly HashSet<string> disliked = [];
    private readonly HashSet<string> hidden = [];
    private readonly Dictionary<string, HashSet<int>> denied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> quantities = new(StringComparer.Ordinal);
    private readonly int alike;
    private ActsOnValues? acts;

    /// <summary>A shopper who did more, or took something back.</summary>
    /// <param name="before">What was known of them.</param>
    /// <param name="alike">How many events, from the first, they still have of these.</param>
    /// <param name="history">What they did.</param>
    /// <param name="state">What was learned from it.</param>
    /// <param name="milestones">What had been learned after so many of the events, in order.</param>
    internal ShopperProfile(
        ShopperProfile before, int alike, ShopperHistory history, PreferenceState state,
            IReadOnlyList<(int Events, PreferenceState State)> milestones)
        : this(history, state, milestones)
    {
        acts = Volatile.Read(ref before.acts);
        // It may itself know the beginning alone.
        this.alike = Math.Min(alike, acts is null ? 0 : ReferenceEquals(acts.History, before.History) ? alike : before.alike);
    }

    /// <summary>What follows from what the shopper did.</summary>
    /// <param name="history">What they did.</param>
    /// <param name="state">What was learned from it.</param>
    /// <param name="milestones">What had been learned after so many of the events, in order; null for none kept.</param>
    public ShopperProfile(ShopperHistory history, PreferenceState state,
        IReadOnlyList<(int Events, PreferenceState State)>? milestones = null)
    {
        Milestones = milestones ?? [];
        (History, State) = (history, state);
        foreach (var (seen, learned) in history.Events)
        {
            SameForEverybody = seen.Signal.SetsRanking() ? seen.Signal == PreferenceSignal.Everybody : SameForEverybody;
            Place(seen.Signal, seen.ProductId);
            if (seen is { Signal: PreferenceSignal.Bag, ProductId: { } bagged })
            {
                quantities[bagged] = (int)Math.Clamp(seen.Weight ?? 1, 1, MostOfOne);
            }

            Deny(seen, learned);
        }
    }

    /// <summary>How many of one product a bag holds at most.</summary>
    public const int MostOfOne = 20;

    /// <summary>How many of a product lie in the bag; 0 where it does not.</summary>
    public int Quantity(string product) => bag.Contains(product) ? quantities.GetValueOrDefault(product, 1) : 0;

    /// <summary>Whether they asked for the same as everybody gets: then nothing they did is used to pick or to explain.</summary>
    public bool SameForEverybody { get; }

    /// <summary>Ids of the products of which they deny something that the shop says.</summary>
    public IReadOnlyCollection<string> WithDenials => denied.Keys;

    /// <summary>Indices of the values that they say a product does not have.</summary>
    public IReadOnlySet<int> Denied(string product) => denied.TryGetValue(product, out var values) ? values : Nothing;

    /// <summary>What the shopper did and did not undo.</summary>
    public ShopperHistory History { get; }

    /// <summary>What is believed of their taste.</summary>
    public PreferenceState State { get; }

    /// <summary>What had been learned after so many of the events, in order, so that a long history need not be learned from its beginning
    /// again.</summary>
    public IReadOnlyList<(int Events, PreferenceState State)> Milestones { get; }

    /// <summary>Which of the events were about which values.</summary>
    internal ActsOnValues Acts(AttributeVocabulary vocabulary)
    {
        var known = Volatile.Read(ref acts);
        if (known is null || !ReferenceEquals(known.History, History))
        {
            known = ActsOnValues.Of(vocabulary, History, known, alike);
            Volatile.Write(ref acts, known);
        }

        return known;
    }

    /// <summary>Ids of the products they like.</summary>
    public IReadOnlySet<string> Liked => liked;

    /// <summary>Ids of the products in their bag.</summary>
    public IReadOnlySet<string> Bag => bag;

    /// <summary>Ids of the products they dislike.</summary>
    public IReadOnlySet<string> Disliked => disliked;

    /// <summary>Ids of the products they asked not to see again.</summary>
    public IReadOnlySet<string> Hidden => hidden;

    /// <summary>Whether they like a product or have it in the bag.</summary>
    public bool Chose(string product) => liked.Contains(product) || bag.Contains(product);

    /// <summary>Whether they turned a product down.</summary>
    public bool TurnedDown(string product) => disliked.Contains(product) || hidden.Contains(product);

    /// <summary>Whether doing this to a product would change nothing, because it is so already.</summary>
    public bool IsAlready(PreferenceSignal signal, string product) => Where(signal)?.Contains(product) == true;

    private HashSet<string>? Where(PreferenceSignal signal) => signal switch
    {
        PreferenceSignal.Like => liked,
        PreferenceSignal.Bag => bag,
        PreferenceSignal.Dislike => disliked,
        PreferenceSignal.Hide => hidden,
        _ => null,
    };

    private static readonly HashSet<int> Nothing = [];

    private void Deny(ShopperEvent seen, PreferenceEvent learned)
    {
        if (seen is not { Signal: PreferenceSignal.Deny, ProductId: { } product })
        {
            return;
        }

        var values = denied.TryGetValue(product, out var known) ? known : denied[product] = [];
        if (learned.Value is { } value)
        {
            values.Add(value);
        }
        else if (learned.Item is { } family)
        {
            values.UnionWith(Enumerable.Range(0, family.Length).Where(index => family[index] > 0));
        }
    }

    private void Place(PreferenceSignal signal, string? product)
    {
        if (product is null || Where(signal) is not { } place)
        {
            return;
        }

        foreach (var opposite in signal is PreferenceSignal.Like or PreferenceSignal.Bag ? new[] { disliked, hidden } : [liked, bag])
        {
            opposite.Remove(product);
        }

        place.Add(product);
    }
}
