using FashionRecs.Tests;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Preferences;

public sealed class PopulationPriorTests : IDisposable
{
    private static readonly ItemVector[] Items =
        [Vector(VNeck, LongSleeves), Vector(VNeck, ShortSleeves), Vector(RoundNeck, LongSleeves), Vector(RoundNeck, ShortSleeves)];
    private readonly string file = Path.GetTempFileName();

    /// <summary>All buy long sleeves; half of the shoppers buy V-necks, the other half round necks.</summary>
    private static readonly PreferencePrior Prior =
        PopulationPrior.Fit([.. Enumerable.Range(0, 300).Select(shopper => shopper % 2 == 0 ? new[] { 0, 0, 0 } : [2, 2, 2])], Items,
        PreferencePrior.Flat(Vocabulary, 1));

    [Fact]
    public void Fit_EverybodyBuysLongSleeves_ExpectsThem()
    {
        Assert.True(Prior.Mean[LongSleeves.Index] > 0.5);
        Assert.True(Prior.Mean[ShortSleeves.Index] < -0.3);
        // Every product has one of the two necklines, so that only their difference says something.
        Assert.InRange(Prior.Mean[VNeck.Index] - Prior.Mean[RoundNeck.Index], -0.3, 0.3);
    }

    [Fact]
    public void Fit_ShoppersDifferInNecklines_OneLikeTellsMoreThanWithoutPrior()
    {
        var like = new PreferenceEvent(PreferenceSignal.Like, Vector(VNeck));
        var learned = new PreferenceLearner(Prior, new PreferenceOptions()).Replay([like]);
        var flat = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions()).Replay([like]);

        // Who buys V-necks does not buy round ones, which nothing but the other shoppers can say.
        Assert.True(learned.Mean[RoundNeck.Index] < Prior.Mean[RoundNeck.Index]);
        Assert.Equal(0, flat.Mean[RoundNeck.Index]);
    }

    [Fact]
    public void Fit_InvisibleValues_KeepNoWeight() =>
        Assert.All(Vocabulary.Values.Where(value => value.IsInvisible), value => Assert.Equal(0, Prior.Mean[value.Index]));

    [Fact]
    public void Fit_NobodyBought_IsRefused() => Assert.Throws<InvalidDataException>(() => PopulationPrior.Fit([[]], Items));

    [Fact]
    public void Load_SavedPrior_IsTheSame()
    {
        new PreferencePriorFile(Prior, "300 shoppers").Save(file, Vocabulary);

        var read = PreferencePriorFile.Load(file, Vocabulary);

        Assert.Equal("300 shoppers", read.Source);
        Assert.Equal(Prior.Mean[VNeck.Index], read.Prior.Mean[VNeck.Index], 5);
        Assert.Equal(Prior.Covariance[^1], read.Prior.Covariance[^1], 5);
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(file);
}
