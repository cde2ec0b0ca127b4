using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Preferences;

/// <summary>Weights of a value that one product in twenty has, of one that half have, and of one that all have.</summary>
public class ChoiceFilterTests
{
    private static readonly double[] Average = [0.05, 0.5, 1];
    private static readonly Observation Liked = new(true, 1, IsChoice: true);

    [Fact]
    public void Update_ChoiceHasAllThree_TellsMoreTheFewerProductsHaveTheValue()
    {
        var (mean, _) = After(Liked, [1, 1, 1]);

        Assert.True(mean[0] > 1.5 * mean[1], $"{mean[0]} and {mean[1]}");
        Assert.InRange(mean[2], 0, 0.05);
    }

    [Fact]
    public void Update_NotChosen_TellsMoreTheMoreProductsHaveTheValue()
    {
        var (mean, _) = After(Liked, [0, 0, 0]);

        Assert.InRange(mean[0], -0.1, 0);
        Assert.True(mean[1] < -0.3, $"{mean[1]}");
    }

    [Fact]
    public void Update_Refused_MirrorsChosen()
    {
        var (liked, one) = After(Liked, [1, 0.25, 0]);
        var (refused, two) = After(Liked with { Wanted = false }, [1, 0.25, 0]);

        Assert.All(liked.Zip(refused), pair => Assert.Equal(pair.First, -pair.Second, 12));
        Assert.Equal(one, two);
    }

    [Fact]
    public void Update_FiveChoices_IsNearTheLikeliestWeight()
    {
        double[] mean = [0], covariance = [1];
        for (var choice = 0; choice < 5; choice++)
        {
            ChoiceFilter.Update(mean, covariance, [1], [0.1], Liked);
        }

        // Where 5 (1 − expected(w)) − w = 0, by bisection.
        var (low, high) = (0.0, 5.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = 5 * (1 - (1 / (1 + (9 * Math.Exp(-middle))))) > middle ? (middle, high) : (low, middle);
        }

        Assert.Equal(low, mean[0], 0.25);
        Assert.InRange(covariance[0], 0.3, 0.6);
    }

    [Fact]
    public void Update_WeightThatIsSure_StaysWhereItIs()
    {
        double[] mean = [2, 0], covariance = [0, 0, 1];
        ChoiceFilter.Update(mean, covariance, [0, 1], [0.1, 0.1], Liked);

        Assert.Equal(2, mean[0]);
        Assert.True(mean[1] > 0.5);
    }

    [Fact]
    public void Replay_FiveLikesOfARareValueAmongCommonOnes_FindsTheRareOne()
    {
        // Of 100 products 5 have the V-neck, and 60 long sleeves.
        var catalog = ItemMatrix.Of(
            [.. Enumerable.Range(0, 100).Select(at => at < 5 ? Vector(VNeck, LongSleeves) : at < 60 ? Vector(LongSleeves) : Vector())],
            Vocabulary.Values.Count);
        var likes = Enumerable.Repeat(new PreferenceEvent(PreferenceSignal.Like, Vector(VNeck, LongSleeves)), 5);

        var alone = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions()).Replay(likes);
        var among = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1).Among(catalog), new PreferenceOptions()).Replay(likes);

        Assert.Equal(alone.Mean[VNeck.Index], alone.Mean[LongSleeves.Index], 9);
        Assert.True(among.Mean[VNeck.Index] > 1.5 * among.Mean[LongSleeves.Index]);
        Assert.True(among.Mean[LongSleeves.Index] > 0.3);
    }

    [Fact]
    public void Replay_LikeOfAProductOfWhichNothingWasRead_TeachesNothing()
    {
        var catalog = ItemMatrix.Of([.. Enumerable.Repeat(Vector(VNeck), 100)], Vocabulary.Values.Count);

        var state = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1).Among(catalog), new PreferenceOptions())
            .Replay([new PreferenceEvent(PreferenceSignal.Like, Vector())]);

        Assert.All(state.Mean.ToArray(), weight => Assert.Equal(0, weight));
        Assert.Equal(1, state.Events);
    }

    [Fact]
    public void Among_AsManyProductsAsAreDrawnTo_IsHalfOfThemWithHalfTheVariance()
    {
        var prior = PreferencePrior.Flat(Vocabulary, 1).Among(ItemMatrix.Of(
            [.. Enumerable.Repeat(Vector(VNeck), PreferencePrior.Empty)], Vocabulary.Values.Count));

        Assert.Equal((0.5, 0.0), (prior.Average[VNeck.Index], prior.Average[RoundNeck.Index]));
        Assert.Equal(0.5, Math.Pow(PreferenceState.From(prior).Deviation(VNeck.Index), 2), 9);
        Assert.Equal(prior.Average, prior.Centred().Average);
    }

    private static (double[] Mean, double[] Covariance) After(Observation seen, double[] amounts)
    {
        double[] mean = [0, 0, 0], covariance = [1, 0, 1, 0, 0, 1];
        ChoiceFilter.Update(mean, covariance, amounts, Average, seen);
        return (mean, covariance);
    }
}
