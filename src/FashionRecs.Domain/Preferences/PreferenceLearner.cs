using System.Numerics.Tensors;

namespace FashionRecs.Domain.Preferences;

/// <summary>
/// Learns a shopper's weight per value, one event at a time: from what they picked out by <see cref="ChoiceFilter"/> where it is known what
/// the average product has, from all else by <see cref="LogisticFilter"/>. The posterior stays one Gaussian with full
/// covariance, so that the credit for a like goes to the values that are not yet explained by others. No randomness and no clock: the same
/// events in the same order give the same state. Safe to call from several threads.
/// </summary>
public sealed class PreferenceLearner(PreferencePrior prior, PreferenceOptions options)
{
    /// <summary>The state of a shopper who has done nothing yet.</summary>
    public PreferenceState Start { get; } = PreferenceState.From(prior);

    /// <summary>Learns from a whole history, oldest first. Undoing an event is replaying without it.</summary>
    public PreferenceState Replay(IEnumerable<PreferenceEvent> events) => events.Aggregate(Start, Update);

    /// <summary>Learns from one event; the given state stays as it was.</summary>
    /// <exception cref="ArgumentException">The event lacks the item, value or weight that its signal needs.</exception>
    public PreferenceState Update(PreferenceState state, PreferenceEvent seen) =>
        options.Judgement(seen.Signal, seen.Position) is { } judged ? Observe(state, Item(seen), judged) : Otherwise(state, seen);

    /// <summary>Learns from what is no judgement of a product.</summary>
    private PreferenceState Otherwise(PreferenceState state, PreferenceEvent seen) => seen.Signal switch
    {
        PreferenceSignal.More => Observe(state, Asked(state, seen), new Observation(true, options.AskStrength)),
        PreferenceSignal.Less => Observe(state, Asked(state, seen), new Observation(false, options.AskStrength)),
        PreferenceSignal.Edit =>
            Each(state, seen, (before, value) => Set(before, value, Weight(seen), options.EditVariance, pinned: false)),
        PreferenceSignal.Pin => Each(state, seen, (before, value) => Set(before, value, Weight(seen), 0, pinned: true)),
        PreferenceSignal.Unpin =>
            Each(state, seen, (before, value) => Set(before, value, before.Mean[value], options.EditVariance, pinned: false)),
        PreferenceSignal.Forget =>
            Each(state, seen, (before, value) => Set(before, value, prior.Mean[value], PriorVariance(value), pinned: false, evidence: 0)),
        PreferenceSignal.Deny or PreferenceSignal.Everybody or PreferenceSignal.Personal => state,
        _ => throw new ArgumentException($"The signal {seen.Signal} is unknown."),
    };

    private PreferenceState Observe(PreferenceState state, double[] item, in Observation seen)
    {
        var mean = state.Mean.ToArray();
        var covariance = state.Covariance.ToArray();
        if (seen.IsChoice && prior.Average is { Length: > 0 } average)
        {
            // Of a product of which nothing was read, nothing is missing either.
            if (item.AsSpan().ContainsAnyExcept(0))
            {
                ChoiceFilter.Update(mean, covariance, item, average, seen);
            }
        }
        else
        {
            LogisticFilter.Update(mean, covariance, item, seen);
        }

        var evidence = state.Evidence.ToArray();
        if (seen.Examined is null)
        {
            TensorPrimitives.MultiplyAdd(item, seen.Strength, evidence, evidence);
        }

        return new PreferenceState(mean, covariance, evidence, state.Pinned, state.Events + 1);
    }

    private static PreferenceState Set(PreferenceState state, int value, double weight, double variance, bool pinned, double evidence = 1)
    {
        var mean = state.Mean.ToArray();
        mean[value] = weight;
        var covariance = state.Covariance.ToArray();
        // What the shopper says of one value must not move another one, hence no conditioning on it.
        PackedSymmetric.Isolate(covariance, state.Length, value, variance);
        var pins = new HashSet<int>(state.Pinned);
        _ = pinned ? pins.Add(value) : pins.Remove(value);
        var known = state.Evidence.ToArray();
        known[value] = evidence > 0 ? known[value] + evidence : 0;
        return new PreferenceState(mean, covariance, known, pins, state.Events + 1);
    }

    /// <summary>Does the same to one value, or to every value of a family.</summary>
    private static PreferenceState Each(PreferenceState state, PreferenceEvent seen, Func<PreferenceState, int, PreferenceState> set)
    {
        if (seen.Value is not null || seen.Item is not { } family)
        {
            return set(state, Value(state, seen));
        }

        for (var value = 0; value < state.Length; value++)
        {
            state = family[value] > 0 ? set(state, value) : state;
        }

        return state;
    }

    private static double[] Item(PreferenceEvent seen)
    {
        var item = seen.Item ?? throw new ArgumentException($"The signal {seen.Signal} needs the product's vector.");
        var amounts = new double[item.Length];
        for (var value = 0; value < amounts.Length; value++)
        {
            amounts[value] = item[value];
        }

        return amounts;
    }

    /// <summary>What more or less was asked of: one value, or every value of a family.</summary>
    private static double[] Asked(PreferenceState state, PreferenceEvent seen)
    {
        if (seen.Value is null)
        {
            return Item(seen);
        }

        var amounts = new double[state.Length];
        amounts[Value(state, seen)] = 1;
        return amounts;
    }

    private static int Value(PreferenceState state, PreferenceEvent seen) => seen.Value is { } value && value >= 0 && value < state.Length
        ? value
        : throw new ArgumentException($"The signal {seen.Signal} needs the index of a value below {state.Length}.");

    private static double Weight(PreferenceEvent seen) => seen.Weight is { } weight && Math.Abs(weight) <= Ranking.PreferenceVector.Largest
        ? weight
        : throw new ArgumentException(
            $"The signal {seen.Signal} needs a weight between −{Ranking.PreferenceVector.Largest} and {Ranking.PreferenceVector.Largest}.");

    private double PriorVariance(int value) => prior.Covariance[PackedSymmetric.At(value, value)];
}
