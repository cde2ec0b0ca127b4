using CsCheck;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Domain.Tests.Preferences;

public class PreferencePropertyTests
{
    private static readonly int Values = Readings.Vocabulary.Values.Count;

    private static readonly PreferenceLearner Learner = new(PreferencePrior.Flat(Readings.Vocabulary, 1), new PreferenceOptions());

    private static readonly Gen<ItemVector> Items = Gen.Byte[0, ItemVector.Scale].Array[Values].Select(quanta =>
        ItemVector.FromQuanta(
            [.. quanta.Select((amount, at) => Readings.Vocabulary.Values[at].IsInvisible || amount % 3 > 0 ? (byte)0 : amount)]));

    private static readonly Gen<PreferenceEvent> Events =
        Gen.Select(Gen.Enum<PreferenceSignal>(), Items, Gen.Int[0, Values - 1], Gen.Int[0, 40], Gen.Double[-8, 8])
        .Select((signal, item, value, position, weight) => new PreferenceEvent(signal, item, value, position, weight));

    [Fact]
    public void Replay_WithoutTheLastEvent_IsTheStateBeforeItToTheLastBit() =>
        Gen.Select(Events.Array[0, 12], Events).Sample((history, last) =>
        {
            var before = Learner.Replay(history);
            var (mean, covariance, pinned) = (before.Mean.ToArray(), before.Covariance.ToArray(), before.Pinned.ToHashSet());

            _ = Learner.Update(before, last);
            var undone = Learner.Replay(history.Append(last).SkipLast(1));

            // Neither did learning change what it started from, nor does undoing leave a trace.
            return before.Mean.SequenceEqual(mean) && before.Covariance.SequenceEqual(covariance) && before.Pinned.SetEquals(pinned)
                && undone.Mean.SequenceEqual(mean) && undone.Covariance.SequenceEqual(covariance) && undone.Pinned.SetEquals(pinned);
        }, iter: 60);

    [Fact]
    public void Update_AnyHistory_StaysFiniteAndNeverLessThanCertain() => Events.Array[1, 40].Sample(history =>
    {
        var state = Learner.Replay(history);
        return state.Mean.ToArray().All(double.IsFinite)
            && Enumerable.Range(0, Values).All(value => double.IsFinite(state.Deviation(value)))
            && state.Pinned.All(value => state.Deviation(value) == 0);
    }, iter: 60);
}
