using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Preferences;

public sealed class PreferenceLearnerTests
{
    private static readonly PreferenceOptions Options = new();
    private readonly PreferenceLearner learner = new(PreferencePrior.Flat(Vocabulary, Options.PriorVariance), Options);

    [Fact]
    public void Update_Like_RaisesItsValuesAndTheirCertainty()
    {
        var state = After(On(PreferenceSignal.Like, VNeck, LongSleeves));
        Assert.True(state.Mean[VNeck.Index] > 0.1);
        Assert.True(state.Deviation(VNeck.Index) < learner.Start.Deviation(VNeck.Index));
        Assert.Equal(0, state.Mean[RoundNeck.Index]);
    }

    [Theory]
    [InlineData(PreferenceSignal.More, 1)]
    [InlineData(PreferenceSignal.Less, -1)]
    public void Update_AskedOfAFamily_MovesEachOfItsValuesAndNoOther(PreferenceSignal signal, int sign)
    {
        var family = VNeck.Family!;
        var state = After(new PreferenceEvent(signal, ItemVector.Only(Vocabulary, family.Values)));

        Assert.All(family.Values, value => Assert.True(sign * state.Mean[value.Index] > 0.1));
        Assert.All(Vocabulary.Values.Except(family.Values), value => Assert.Equal(0, state.Mean[value.Index]));
    }

    [Fact]
    public void Update_Dislike_MirrorsLike() =>
        Assert.Equal(-After(On(PreferenceSignal.Like, VNeck)).Mean[VNeck.Index],
            After(On(PreferenceSignal.Dislike, VNeck)).Mean[VNeck.Index], 12);

    [Fact]
    public void Update_SameNecklineWithOtherSleeves_GivesTheCreditToTheNeckline()
    {
        var state = After(
            On(PreferenceSignal.Like, VNeck, LongSleeves), On(PreferenceSignal.Like, VNeck, ShortSleeves),
            On(PreferenceSignal.Dislike, RoundNeck, LongSleeves), On(PreferenceSignal.Dislike, RoundNeck, ShortSleeves));
        Assert.True(state.Mean[VNeck.Index] > 0.4);
        Assert.True(Math.Abs(state.Mean[LongSleeves.Index]) < 0.15);
    }

    [Fact]
    public void Update_SkippedFarDown_TellsLessThanAtTheTop()
    {
        var top = After(On(PreferenceSignal.Skipped, VNeck) with { Position = 0 }).Mean[VNeck.Index];
        var down = After(On(PreferenceSignal.Skipped, VNeck) with { Position = 50 }).Mean[VNeck.Index];
        Assert.True(top < down && down < 0);
    }

    [Fact]
    public void Update_WholePageSkipped_WeighsLessThanOneLike()
    {
        var page = Enumerable.Range(0, 23).Select(position => On(PreferenceSignal.Skipped, VNeck) with { Position = position });
        Assert.True(learner.Replay([On(PreferenceSignal.Like, VNeck), .. page]).Mean[VNeck.Index] > 0);
    }

    [Fact]
    public void Update_Pinned_StaysWhereItIs()
    {
        var state = After(new PreferenceEvent(PreferenceSignal.Pin, null, VNeck.Index, Weight: 2),
            On(PreferenceSignal.Hide, VNeck, LongSleeves));
        Assert.Equal(2, state.Mean[VNeck.Index]);
        Assert.Contains(VNeck.Index, state.Pinned);
        Assert.True(state.Mean[LongSleeves.Index] < 0);
    }

    [Fact]
    public void Update_Unpin_LearnsAgain()
    {
        var state = After(
            new PreferenceEvent(PreferenceSignal.Pin, null, VNeck.Index, Weight: 2),
            new PreferenceEvent(PreferenceSignal.Unpin, null, VNeck.Index), On(PreferenceSignal.Hide, VNeck));
        Assert.True(state.Mean[VNeck.Index] < 2);
    }

    [Fact]
    public void Update_Forget_GivesThatValueBackThePriorAndLeavesTheRest()
    {
        var liked = After(On(PreferenceSignal.Like, VNeck, LongSleeves));
        var state = learner.Update(liked, new PreferenceEvent(PreferenceSignal.Forget, null, VNeck.Index));
        Assert.Equal((0, 1), (state.Mean[VNeck.Index], state.Deviation(VNeck.Index)));
        Assert.Equal(liked.Mean[LongSleeves.Index], state.Mean[LongSleeves.Index]);
    }

    [Fact]
    public void Replay_SameEvents_GivesTheSameBits()
    {
        PreferenceEvent[] events =
            [On(PreferenceSignal.Like, VNeck, LongSleeves), On(PreferenceSignal.View, RoundNeck), On(PreferenceSignal.Bag, VNeck)];
        var (one, two) = (learner.Replay(events), learner.Replay(events));
        Assert.True(one.Mean.SequenceEqual(two.Mean) && one.Covariance.SequenceEqual(two.Covariance));
    }

    [Fact]
    public void Update_ThousandContraryEvents_KeepsVariancesPositive()
    {
        var state = learner.Start;
        var random = new Random(7);
        AttributeValue[] values = [VNeck, RoundNeck, LongSleeves, ShortSleeves];
        for (var at = 0; at < 1000; at++)
        {
            state = learner.Update(state, On((PreferenceSignal)random.Next(6), values[random.Next(2)], values[2 + random.Next(2)]));
        }

        Assert.All(values, value => Assert.InRange(state.Deviation(value.Index), 1e-6, 1));
    }

    [Fact]
    public void Next_AfterAnAnswer_AsksAboutSomethingElse()
    {
        var items = new[] { Vector(VNeck, LongSleeves), Vector(VNeck), Vector(RoundNeck, ShortSleeves) };
        var state = After(On(PreferenceSignal.Like, VNeck, LongSleeves));
        Assert.Equal(2, StyleQuiz.Next(items.Length, index => items[index], state, new HashSet<int> { 0 }, seed: 1));
        Assert.Equal(-1, StyleQuiz.Next(items.Length, index => items[index], state, new HashSet<int> { 0, 1, 2 }, seed: 1));
    }

    private static PreferenceEvent On(PreferenceSignal signal, params AttributeValue[] values) => new(signal, Vector(values));

    private PreferenceState After(params PreferenceEvent[] events) => learner.Replay(events);
}
