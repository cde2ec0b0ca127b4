using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Recommenders.Tests.Complements;

public class EvidenceLearnerTests
{
    /// <summary>Nearly everybody chooses the first ten; each of the others was chosen by two.</summary>
    private static readonly ShopperChoice[] Choices =
    [
        .. Enumerable.Range(0, 10).SelectMany(number => SmallShop.Shoppers(30, "many", $"p{number:00}")),
        .. Enumerable.Range(10, 30).SelectMany(number => SmallShop.Shoppers(2, $"few {number} ", $"p{number:00}")),
    ];

    private static readonly Dictionary<string,
        double> Weights = new() { ["popularity"] = 1, ["colour"] = 0.5, ["price level"] = 0.5, ["closest description"] = 0.6 };

    [Fact]
    public void Evidence_WhoTakesWhatFewTake_GetsLessPopularity()
    {
        var (few, many) = (Popularity(Liked("p30", "p31", "p33", "p36")), Popularity(Liked("p00", "p01", "p03", "p06")));

        Assert.True(few.Mean < few.ForEverybody - 0.1, $"{few}");
        Assert.True(many.Mean > many.ForEverybody, $"{many}");
        Assert.True(few.Deviation > 0 && few.Deviation < Popularity([]).Deviation, $"{few}");
    }

    [Fact]
    public void Evidence_WhoTurnsDownWhatManyTake_GetsLessPopularity()
    {
        EvidenceAct[] acts = [.. Liked("p30"), .. Enumerable.Range(0, 5)
            .Select(number => new EvidenceAct(PreferenceSignal.Hide, $"p0{number}"))];

        Assert.True(Popularity(acts).Mean < Popularity(Liked("p30")).Mean);
    }

    [Fact]
    public void Evidence_LessPopularity_MovesWhatProductsGainByIt()
    {
        int Gain(EvidenceAct[] acts) => Evidence(acts).Of(5).SelectMany(kind => kind.Parts).Single(part => part.Term == "popularity")
            .Hundredths;

        Assert.True(Gain(Liked("p30", "p31", "p33", "p36")) < Gain([]));
    }

    [Fact]
    public void Evidence_NothingDoneOrNothingToBeLearned_CountsAsForEverybody()
    {
        Assert.All(Evidence([]).Weights, weight => Assert.Equal(weight.ForEverybody, weight.Mean));
        Assert.All(Evidence(Liked("p30", "p31"), deviation: 0).Weights, weight =>
            Assert.Equal((weight.ForEverybody, 0.0), (weight.Mean, weight.Deviation)));
    }

    [Fact]
    public void Evidence_ActTakenBack_IsAsIfItHadNeverBeen()
    {
        var before = Evidence(Liked("p30", "p31"));

        Assert.Equal(before.Weights, Evidence([.. Liked("p30", "p31", "p02").Where(act => act.Product != "p02")]).Weights);
        Assert.NotEqual(before.Weights, Evidence(Liked("p30", "p31", "p02")).Weights);
    }

    [Fact]
    public void Evidence_AnyActs_KeepWeightsFiniteAndAtLeastNothing()
    {
        var random = new Random(4);
        PreferenceSignal[] signals = [PreferenceSignal.Like, PreferenceSignal.Bag, PreferenceSignal.Dislike, PreferenceSignal.Hide,
            PreferenceSignal.View, PreferenceSignal.Skipped];
        for (var trial = 0; trial < 20; trial++)
        {
            EvidenceAct[] acts = [.. Enumerable.Range(0, 300)
                .Select(_ => new EvidenceAct(signals[random.Next(6)], $"p{random.Next(42):00}", random.Next(24)))];
            var evidence = Evidence(acts, deviation: 3);

            Assert.All(evidence.Weights, weight =>
                Assert.True(weight.Mean >= 0 && double.IsFinite(weight.Mean) && double.IsFinite(weight.Deviation), $"{weight}"));
            Assert.All(evidence.Draw(new Random(trial)), amount => Assert.True(float.IsFinite(amount)));
        }
    }

    [Fact]
    public void Draw_NothingUnsure_IsTheTotals()
    {
        var evidence = Evidence([], deviation: 0);

        Assert.All(evidence.Totals.Zip(evidence.Draw(new Random(1))), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.NotEqual(Evidence([]).Totals, Evidence([]).Draw(new Random(1)));
    }

    private static EvidenceAct[] Liked(params string[] products) =>
        [.. products.Select(product => new EvidenceAct(PreferenceSignal.Like, product))];

    private static EvidenceWeight Popularity(EvidenceAct[] acts) => Evidence(acts).Weights.Single(weight => weight.Term == "popularity");

    private static ShopperEvidence Evidence(EvidenceAct[] acts, double deviation = 0.3) =>
        PairingModel.Fit(SmallShop.Items, SmallShop.Vocabulary, Choices, Weights,
            learner: new EvidenceLearner(new PreferenceOptions(), deviation))
            .Evidence([("p20", SmallShop.Day), .. acts.Where(act => act.Signal == PreferenceSignal.Like)
                .Select(act => (act.Product, SmallShop.Day))], acts)!;
}
