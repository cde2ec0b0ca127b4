using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using static FashionRecs.Recommenders.Tests.Baselines.TwoHalves;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class PictureBaselinesTests
{
    [Fact]
    public void StyleDistance_OnePicture_HasNoDistanceToItself()
    {
        var model = Styles(Halves());

        Assert.Equal(0, model.Distance(0, 12)); // the same picture
        Assert.True(model.Distance(0, 6) > model.Distance(0, 12), "bought apart");
    }

    [Fact]
    public void StyleDistance_NoPicture_GoesWithNothing()
    {
        var pictures = Halves();
        pictures[3] = [0, 0];
        var scores = new float[Products];

        Styles(pictures).Score(new CustomerHistory(-1, "", [3, 0], [0, 0]), scores);

        Assert.Equal(0, scores[3]);
        Assert.InRange(scores[1], 0, 0.5f); // half of what is owned says nothing
    }

    [Fact]
    public void DeepStyle_ProductsNobodyBought_ThePictureDecides()
    {
        var model = new DeepStyle(Halves(), new int[Products], new DeepStyleOptions { Factors = 4, SharedRate = 0.05f });
        model.Fit(History);

        var right = TwoHalves.Right(model);

        Assert.True(right >= 36, $"{right} of {History.Customers.Count}");
        Assert.All(model.Kinds, number => Assert.Equal(0, number)); // one category: it says nothing and is not learned
    }

    private static StyleDistance Styles(float[][] pictures)
    {
        var model = new StyleDistance(pictures, new StyleDistanceOptions { Rank = 2, Epochs = 30 });
        model.Fit(History);
        return model;
    }

    private static float[][] Halves() =>
        [.. Enumerable.Range(0, Products).Select(item => IsFirst(item) ? new float[] { 1, 0 } : [0, 1])];
}
