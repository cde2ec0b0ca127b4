using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Makes profiles out of what shoppers did. Undoing is learning without it, from the last milestone before it. Safe to share between
/// threads.
/// </summary>
/// <param name="start">What is learned with until something else is taken into use.</param>
public sealed class ShopperLearner(PreferenceLearner start)
{
    private volatile Used used = new(start);

    /// <summary>Events from one milestone to the next, which takes 12 KB.</summary>
    public const int Every = 250;

    /// <summary>Events that are lately done.</summary>
    private const int Lately = 1_000;

    /// <summary>Somebody of whom nothing is known.</summary>
    public ShopperProfile Nobody => used.Nobody;

    /// <summary>Learns with something else from now on; profiles made before are to be made anew.</summary>
    public void Use(PreferenceLearner other)
    {
        if (used.Learner != other)
        {
            used = new Used(other);
        }
    }

    /// <summary>Somebody of whom nothing is known but that they asked for the same as everybody gets.</summary>
    public ShopperProfile Everybody => used.Everybody;

    /// <summary>Somebody who did some things.</summary>
    /// <param name="history">What they did.</param>
    public ShopperProfile Of(ShopperHistory history) => Continue(Nobody, history);

    /// <summary>A shopper as they are now. A new event is learned on top; from an undone or merged one on all is learned anew.</summary>
    /// <param name="known">What was known of them.</param>
    /// <param name="history">All that they did.</param>
    public ShopperProfile Continue(ShopperProfile known, ShopperHistory history)
    {
        var learner = used.Learner;
        var (before, events) = (known.History.Events, history.Events);
        var alike = 0;
        while (alike < before.Count && alike < events.Count && before[alike].Event.Id == events[alike].Event.Id)
        {
            alike++;
        }

        var milestones = known.Milestones.TakeWhile(milestone => milestone.Events <= alike).ToList();
        var (learned, state) = alike == before.Count ? (alike, known.State) : milestones.Count > 0 ? milestones[^1] : (0, learner.Start);
        for (; learned < events.Count; learned++)
        {
            state = learner.Update(state, events[learned].Learned);
            if ((learned + 1) % Every == 0)
            {
                milestones.Add((learned + 1, state));
            }
        }

        return new ShopperProfile(known, alike, history, state, milestones);
    }

    /// <summary>
    /// What would be believed of a shopper without some of what they did lately (the last 1,000 events); what is believed
    /// where they did none of it.
    /// </summary>
    public PreferenceState Without(ShopperProfile profile, Func<ShopperEvent, bool> left)
    {
        var events = profile.History.Events;
        var first = Math.Max(0, events.Count - Lately);
        while (first < events.Count && !left(events[first].Event))
        {
            first++;
        }

        if (first == events.Count)
        {
            return profile.State;
        }

        var learner = used.Learner;
        var (learned, state) = profile.Milestones.LastOrDefault(milestone => milestone.Events <= first) is { State: not null } milestone
            ? milestone : (0, learner.Start);
        return events.Skip(learned).Where((entry, at) => learned + at < first || !left(entry.Event)).Select(entry => entry.Learned)
            .Aggregate(state, learner.Update);
    }

    private sealed record Used(PreferenceLearner Learner)
    {
        public ShopperProfile Nobody { get; } = new(new ShopperHistory(0, []), Learner.Start);

        public ShopperProfile Everybody { get; } = new(
            new ShopperHistory(0, [(new(Guid.Empty, Guid.Empty, PreferenceSignal.Everybody), new(PreferenceSignal.Everybody, null))]),
            Learner.Start);
    }
}
