using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.LinearAlgebra;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class EaseTests
{
    [Fact]
    public void Fit_TwoProducts_MatchesHandComputation()
    {
        // XᵀX = [[2, 1], [1, 2]], λ = 1: the inverse of [[3, 1], [1, 3]] is [[3, −1], [−1, 3]] / 8, so both weights are 1/3.
        var ease = new Ease(new EaseOptions { Lambda = 1, MinBuyers = 1 });

        ease.Fit(new PurchaseHistory(Shop.Products(), [Shop.Buy(0, 1, 0), Shop.Buy(0, 1, 1), Shop.Buy(0, 2, 0), Shop.Buy(0, 3, 1)]));

        Assert.Equal(1 / 3f, ease.Weight(0, 1), 5);
        Assert.Equal(1 / 3f, ease.Weight(1, 0), 5);
        Assert.Equal(0, ease.Weight(0, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(200)]
    public void Invert_TimesTheMatrix_IsTheIdentity(int size)
    {
        var random = new Random(size);
        var matrix = new float[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                matrix[(row * size) + column] = matrix[(column * size) + row] = random.NextSingle() + (row == column ? size : 0);
            }
        }

        var inverse = (float[])matrix.Clone();
        SymmetricInverse.Invert(inverse, size);

        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var sum = Enumerable.Range(0, size).Sum(k => matrix[(row * size) + k] * inverse[(k * size) + column]);
                Assert.Equal(row == column ? 1 : 0, sum, 4);
            }
        }
    }

    [Fact]
    public void Invert_NotPositiveDefinite_IsRefused() =>
        Assert.Throws<ArithmeticException>(() => SymmetricInverse.Invert([1, 2, 2, 1], 2));
}
