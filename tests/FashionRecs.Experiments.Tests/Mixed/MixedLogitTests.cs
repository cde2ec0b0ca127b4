using FashionRecs.Experiments.Mixed;

namespace FashionRecs.Experiments.Tests.Mixed;

public class MixedLogitTests
{
    /// <summary>
    /// New cases among the animals of 15 herds in four quarters: herd, cases, animals, quarter (Lesnoff et al., Preventive Veterinary
    /// Medicine 2004, as everybody fits it).
    /// </summary>
    private const string Herds =
        "1,2,14,1;1,3,12,2;1,4,9,3;1,0,5,4;2,3,22,1;2,1,18,2;2,1,21,3;3,8,22,1;3,2,16,2;3,0,16,3;3,2,20,4;4,2,10,1;"
        + "4,0,10,2;4,2,9,3;4,0,6,4;5,5,18,1;5,0,25,2;5,0,24,3;5,1,4,4;6,3,17,1;6,0,17,2;6,0,18,3;6,1,20,4;7,8,16,1;"
        + "7,1,10,2;7,3,9,3;7,0,5,4;8,12,34,1;9,2,9,1;9,0,6,2;9,0,8,3;9,0,6,4;10,1,22,1;10,1,22,2;10,0,18,3;10,2,22,4;"
        + "11,0,25,1;11,5,27,2;11,3,22,3;11,1,22,4;12,2,10,1;12,1,8,2;12,0,6,3;12,0,5,4;13,1,21,1;13,2,24,2;13,0,19,3;"
        + "13,0,23,4;14,11,19,1;14,0,2,2;14,0,3,3;14,0,2,4;15,1,19,1;15,1,15,2;15,1,15,3;15,0,15,4";

    /// <summary>
    /// lme4's fit by Laplace's approximation, with standard errors from the Hessian, as the package fastglmm publishes it for comparison.
    /// lme4's manual has −1.3983, −0.9919, −1.1282, −1.5797 and 0.6421, where its optimizer stops, and errors by another formula.
    /// </summary>
    [Fact]
    public void Fit_PublishedHerds_HasThePublishedEstimates()
    {
        BinomialRow[] rows = [.. Herds.Split(';').Select(line => line.Split(',').Select(int.Parse).ToArray())
            .Select(row => new BinomialRow(row[3] - 1, row[0] - 1, 0, row[1], row[2]))];

        var fit = MixedLogit.Fit(rows, 4, 0)!;

        foreach (var (found, published, error) in fit.Effects.Zip([-1.398532, -0.992316, -1.128664, -1.580316],
            [0.232473, 0.306641, 0.326637, 0.427437]))
        {
            Assert.Equal(published, found.LogOdds, 2e-4);
            Assert.Equal(error, found.StandardError, 2e-4);
        }

        Assert.Equal(0.642270, fit.ShopperDeviation, 2e-4);
    }

    [Fact]
    public void Fit_ShoppersAndProducts_FindsWhatWasSimulated()
    {
        var random = new Random(7);
        var (shoppers, products) = (Normals(1.0, 800), Normals(0.6, 40));
        var rows = Enumerable.Range(0, 800).SelectMany(shopper => Enumerable.Range(0, 12).Select(_ =>
        {
            var (arm, product) = (shopper % 2, random.Next(40));
            var odds = -1 + (0.7 * arm) + shoppers[shopper] + products[product];
            return new BinomialRow(arm, shopper, product, random.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0, 1);
        })).ToArray();

        var fit = MixedLogit.Fit(rows, 2, 40)!;

        Assert.InRange(fit.Effects[1].LogOdds, 0.7 - (3 * fit.Effects[1].StandardError), 0.7 + (3 * fit.Effects[1].StandardError));
        Assert.InRange(fit.Effects[1].StandardError, 0.06, 0.14);
        Assert.InRange(fit.ShopperDeviation, 0.8, 1.15);
        Assert.InRange(fit.ProductDeviation, 0.4, 0.85);

        double[] Normals(double deviation, int count) =>
            [.. Enumerable.Range(0, count).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, deviation))];
    }

    [Fact]
    public void Fit_ArmWithoutASuccess_HasNone() =>
        Assert.Null(MixedLogit.Fit([new(0, 0, 0, 1, 2), new(1, 1, 0, 0, 2)], 2, 0));
}
