using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Tests;

/// <summary>Makes shoppers for tests.</summary>
internal static class Tastes
{
    /// <summary>A shopper who pinned these weights, and so is sure of them, and of nothing else.</summary>
    public static PreferenceState Pinned(params (AttributeValue Value, double Weight)[] pins) =>
        new PreferenceLearner(PreferencePrior.Flat(Readings.Vocabulary, 1), new PreferenceOptions())
            .Replay(pins.Select(pin => new PreferenceEvent(PreferenceSignal.Pin, null, pin.Value.Index, null, pin.Weight)));
}
