using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class TypeCalibrationTests
{
    private readonly TypeCalibration calibration = new(Shop.Products(4)); // trousers 0 and 1, dresses 2 and 3

    [Fact]
    public void Of_SameProportions_IsNothing() => Assert.Equal(0, calibration.Of([0, 2], [1, 3]), 6);

    [Fact]
    public void Of_OneTypeLeftOut_MatchesHandComputation() // ½ log₂(.5 / .995) + ½ log₂(.5 / .005)
        => Assert.Equal((0.5 * Math.Log2(0.5 / 0.995)) + (0.5 * Math.Log2(100)), calibration.Of([0, 2], [0, 1]), 6);

    [Fact]
    public void Of_NoTypeInCommon_IsTheMost() => Assert.Equal(Math.Log2(100), calibration.Of([2], [0, 1]), 6);
}
