using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Tests.Research;

public class PlotScaleTests
{
    [Theory]
    [InlineData(-0.03, 0.41)]
    [InlineData(0.2, 0.9)]
    [InlineData(-1234.5, -3)]
    [InlineData(0, 0)]
    [InlineData(1e-7, 3e-7)]
    public void Ticks_AnyRange_AreFewRoundAndHoldZero(double low, double high)
    {
        var scale = new PlotScale([low, high], 100, 400);

        Assert.Contains(0, scale.Ticks);
        Assert.InRange(scale.Ticks.Count, 3, 12);
        Assert.True(scale.Ticks[0] <= low + 1e-12 && scale.Ticks[^1] >= high - 1e-12);
    }

    [Fact]
    public void At_Ends_AreThePixels()
    {
        var scale = new PlotScale([-0.5, 0.5], 300, -200);

        Assert.Equal(300, scale.At(scale.Ticks[0]));
        Assert.Equal(100, scale.At(scale.Ticks[^1]));
        Assert.Equal(200, scale.At(0), 9);
        Assert.Equal(100, scale.At(1e9));
    }

    [Fact]
    public void Scale_NumbersThatAreNone_AreLeftOut()
    {
        var scale = new PlotScale([double.NaN, double.PositiveInfinity, 2], 0, 10);

        Assert.Equal((0, 2), (scale.Ticks[0], scale.Ticks[^1]));
    }

    [Fact]
    public void Apart_NamesThatWouldCoverEachOther_KeepTheirOrderAndADistance() =>
        Assert.Equal<double>([50, 20, 35, 100], PlotScale.Apart([24, 20, 22, 100], 15));
}
