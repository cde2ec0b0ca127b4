using FashionRecs.Domain.Reviews.Agreement;

namespace FashionRecs.Domain.Tests.Reviews.Agreement;

public class KappaTests
{
    [Fact]
    public void Cohen_DiagnosesOfFleiss_GivesThePublishedKappaAndError()
    {
        // Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1: two raters, 100 patients; kappa .68.
        var kappa = CohenKappa.Of(new double[,] { { 75, 1, 4 }, { 5, 4, 1 }, { 0, 0, 10 } });

        Assert.Equal(0.89, kappa.Observed, 10);
        Assert.Equal((0.89 - 0.66) / 0.34, kappa.Value, 10);
        Assert.Equal(0.087, (kappa.High - kappa.Value) / 1.959964, 2);
    }

    [Fact]
    public void Cohen_Pairs_EqualTheirTable()
    {
        (int, int)[] pairs =
            [.. Enumerable.Repeat((0, 0), 20), .. Enumerable.Repeat((0, 1), 5), .. Enumerable.Repeat((1, 0), 10),
            .. Enumerable.Repeat((1, 1), 15)];

        var kappa = CohenKappa.Of(pairs, 2);

        Assert.Equal(0.4, kappa.Value, 10);
        Assert.Equal(50, kappa.Count);
        Assert.InRange(0.4, kappa.Low, kappa.High);
    }

    [Fact]
    public void Cohen_PerfectAgreement_IsOneWithoutWidth()
    {
        var kappa = CohenKappa.Of(new double[,] { { 5, 0 }, { 0, 7 } });

        Assert.Equal((1, 1, 1), (kappa.Value, kappa.Low, kappa.High));
    }

    [Fact]
    public void Cohen_OnlyOneCategoryOrNothing_IsNotANumber()
    {
        Assert.True(double.IsNaN(CohenKappa.Of(new double[,] { { 5, 0 }, { 0, 0 } }).Value));
        Assert.True(double.IsNaN(CohenKappa.Of([], 3).Value));
    }

    [Fact]
    public void Fleiss_TenSubjectsFourteenRaters_GivesThePublishedKappa()
    {
        // The widely reprinted example of ten subjects, fourteen raters and five categories: P 0.378, kappa 0.210.
        int[][] counts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];

        var kappa = FleissKappa.Of(counts);

        Assert.Equal(0.378, kappa.Observed, 3);
        Assert.Equal(0.210, kappa.Value, 3);
        Assert.InRange(0.210, kappa.Low, kappa.High);
    }

    [Fact]
    public void Fleiss_SubjectsWithOneRating_AreLeftOut()
    {
        var kappa = FleissKappa.Of([[2, 0], [0, 2], [1, 0], [0, 0]]);

        Assert.Equal((1, 2), (kappa.Value, kappa.Count));
    }
}
