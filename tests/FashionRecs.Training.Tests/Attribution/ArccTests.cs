using FashionRecs.Training.Attribution;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Training.Tests.Attribution;

public class ArccTests
{
    [Fact]
    public void Score_Parts_IsTheirHarmonicMean()
    {
        Assert.Equal(1, new Arcc(0.5, 1, 0).Score, 1e-9);
        Assert.Equal(3 / ((1 / 0.5) + (1 / 0.8) + (1 / 0.9)), new Arcc(0.25, 0.8, 0.1).Score, 1e-9);
    }

    [Fact]
    public void Score_RemovingWhatMattersLeastHurtsMore_IsZero() => Assert.Equal(0, new Arcc(-0.1, 0.9, 0.1).Score);

    [Fact]
    public void Scaled_Map_RunsFromZeroToOne()
    {
        Assert.Equal([0f, 0.5f, 1f], Arcc.Scaled(new ActivationMap(new float[] { -3, 2, 4 }, 1, 3))!.Values.ToArray());
        Assert.Null(Arcc.Scaled(new ActivationMap(new float[] { -3, 0 }, 1, 2)));
    }
}
