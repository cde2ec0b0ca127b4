using FashionRecs.Training.Attribution;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Attribution;

public class RemoveAndDebiasTests
{
    private static readonly InputSize Input = new(16, 12);

    [Fact]
    public void Remove_PixelsOfASlope_BecomeWhatTheirNeighboursSay()
    {
        // A slope is the mean of its neighbours everywhere, so that what is removed comes back but for the noise.
        float[] slope = [.. Enumerable.Range(0, 16 * 12).SelectMany(place => Enumerable.Range(0, 3)
            .Select(channel => ((place % 12) * 0.1f) + ((place / 12) * 0.05f) + channel))];
        int[] removed = [(5 * 12) + 5, (5 * 12) + 6, (6 * 12) + 5, (6 * 12) + 6, (7 * 12) + 5];

        var without = new RemoveAndDebias(slope, Input, SKRect.Create(0, 0, 12, 16))
            .Remove(removed, new float[slope.Length], new Random(1));

        foreach (var place in removed)
        {
            Assert.Equal(slope[place * 3], without[place * 3], 0.05f);
            Assert.Equal(slope[(place * 3) + 2], without[(place * 3) + 2], 0.05f);
        }

        Assert.Equal(slope[0], without[0]);
    }

    [Fact]
    public void Places_Letterboxed_AreThePicturesOnly() => Assert.Equal(
        4 * 16, new RemoveAndDebias(new float[16 * 12 * 3], Input, SKRect.Create(4, 0, 4, 16)).Places.Length);
}
