using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>Makes profiles out of what shoppers did. Safe to share between threads.</summary>
public sealed class ShopperLearner(PreferenceLearner learner)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public ShopperProfile Nobody { get; } = new(new ShopperHistory(0, []), learner.Start);

    /// <summary>Somebody who did some things.</summary>
    /// <param name="history">What they did.</param>
    public ShopperProfile Of(ShopperHistory history) => new(history, learner.Replay(history.Events.Select(entry => entry.Learned)));

    /// <summary>A shopper as they are now. A new event is learned on top; an undone or merged one is a replay.</summary>
    /// <param name="known">What was known of them.</param>
    /// <param name="history">All that they did.</param>
    public ShopperProfile Continue(ShopperProfile known, ShopperHistory history)
    {
        var before = known.History.Events;
        var continues = before.Count <= history.Events.Count
            && before.Zip(history.Events).All(pair => pair.First.Event.Id == pair.Second.Event.Id);
        return continues
            ? new ShopperProfile(history, history.Events.Skip(before.Count).Select(entry => entry.Learned).Aggregate(known.State, learner.Update))
            : Of(history);
    }

    /// <summary>What would be believed of a shopper without some of what they did; what is believed where they did none of it.</summary>
    public PreferenceState Without(ShopperProfile profile, Func<ShopperEvent, bool> left) =>
        profile.History.Events.Any(entry => left(entry.Event))
        ? learner.Replay(profile.History.Events.Where(entry => !left(entry.Event)).Select(entry => entry.Learned))
        : profile.State;
}
