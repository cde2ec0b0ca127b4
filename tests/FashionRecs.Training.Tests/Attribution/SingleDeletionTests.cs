using FashionRecs.Training.Attribution;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Attribution;

public class SingleDeletionTests
{
    [Fact]
    public void Patches_Picture_FillItWithoutOverlap()
    {
        var patches = SingleDeletion.Patches(SKRect.Create(10, 20, 80, 160));

        Assert.Equal(16, patches.Length);
        Assert.Equal(SKRect.Create(10, 20, 20, 40), patches[0]);
        Assert.Equal(SKRect.Create(70, 140, 20, 40), patches[15]);
        Assert.Equal(80 * 160, patches.Sum(patch => patch.Width * patch.Height), 0.01);
    }

    [Fact]
    public void Correlation_Orders_AreComparedByRank()
    {
        Assert.Equal(1, SingleDeletion.Correlation([1, 2, 300], [-5, 0, 0.1])!.Value, 1e-9);
        Assert.Equal(-1, SingleDeletion.Correlation([1, 2, 300], [3, 2, 1])!.Value, 1e-9);
    }

    [Fact]
    public void Correlation_Equals_HaveTheirMeanRank() =>
        Assert.Equal(0.9486833, SingleDeletion.Correlation([1, 2, 3, 4], [1, 2, 2, 4])!.Value, 1e-6);

    [Fact]
    public void Correlation_NothingChanges_IsUnknown() => Assert.Null(SingleDeletion.Correlation([2, 2, 2], [1, 2, 3]));
}
