using System.Numerics.Tensors;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class Item2VecTests
{
    private static readonly PurchaseHistory History = new(Shop.Products(13), Shop.Purchases(12));

    [Fact]
    public void Fit_HalvesNeverBoughtTogether_StandApart()
    {
        var model = Fit();

        var within = Mean(from one in Enumerable.Range(0, 6) from other in Enumerable.Range(0, 6) where one != other
            select TensorPrimitives.Dot(model[one], model[other]));
        var across = Mean(from one in Enumerable.Range(0, 6) from other in Enumerable.Range(6, 6)
            select TensorPrimitives.Dot(model[one], model[other]));

        Assert.True(within > across + 0.2, $"{within} {across}");
    }

    [Fact]
    public void Score_OfTheCustomersProducts_IsTheSumOfCosines()
    {
        var model = Fit();
        var scores = new float[13];

        model.Score(new CustomerHistory(-1, "", [1, 4], [0, 0]), scores);

        Assert.Equal(TensorPrimitives.Dot(model[1], model[3]) + TensorPrimitives.Dot(model[4], model[3]), scores[3], 4);
        Assert.Equal(0, scores[12]); // nobody bought it
    }

    private static Item2Vec Fit()
    {
        var model = new Item2Vec(new Item2VecOptions { Factors = 8, Epochs = 40, MinBuyers = 1 });
        model.Fit(History);
        return model;
    }

    private static double Mean(IEnumerable<float> numbers) => numbers.Average();
}
