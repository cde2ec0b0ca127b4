using FashionRecs.Domain.Reviews.Statistics;

namespace FashionRecs.Domain.Tests.Reviews.Statistics;

public class ThroughputTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Steps_CountsProductsWordsAndTimeAtWork()
    {
        WorkStep[] steps =
        [
            new("ada", Start, ["p1", "p1"]), new("ada", Start.AddSeconds(30), ["p2"]),
            new("ada", Start.AddHours(1), ["p3"]), // after a break
            new("bob", Start, ["p1"]),
        ];

        var ada = Throughput.Of(steps)[0];

        Assert.Equal(("ada", 3, 4, 3, TimeSpan.FromSeconds(30)), (ada.Reviewer, ada.Acts, ada.Annotations, ada.Products, ada.Active));
        Assert.True(double.IsNaN(Throughput.Of(steps)[1].ProductsPerHour));
    }

    [Fact]
    public void Of_StepsInAnyOrder_CountsGapsUpToABreakAndPutsWhoDidMostFirst()
    {
        var did = Throughput.Of([
            new("ada", Start, ["p1"]),
            new("bob", Start.AddMinutes(3), ["p3"]), new("bob", Start, ["p1"]), new("bob", Start.AddMinutes(2), ["p2"]),
            new("bob", Start.AddMinutes(6), ["p3"])]);

        // Two minutes are work still, three are a break.
        Assert.Equal(["bob", "ada"], did.Select(one => one.Reviewer));
        Assert.Equal((4, 3, TimeSpan.FromMinutes(3)), (did[0].Acts, did[0].Products, did[0].Active));
    }

    [Theory]
    [InlineData(9, double.NaN)]
    [InlineData(10, 132)] // 11 products in 5 minutes
    public void ProductsPerHour_FewMinutes_IsSaidFromFiveMinutesOn(int gaps, double expected) => Assert.Equal(
        expected, Throughput.Of(Enumerable.Range(0, gaps + 1)
            .Select(step => new WorkStep("ada", Start.AddSeconds(30 * step), [$"p{step}"])))[0].ProductsPerHour, 6);
}
