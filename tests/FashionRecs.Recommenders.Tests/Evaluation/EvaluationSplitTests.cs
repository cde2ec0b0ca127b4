using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class EvaluationSplitTests
{
    [Fact]
    public void Create_RepeatedAndUnknownCustomers_AreLeftOut()
    {
        var split = EvaluationSplit.Create(
            Shop.Products(),
            [Shop.Buy(0, 1, 0), Shop.Buy(0, 1, 1), Shop.Buy(1, 2, 2)],
            [Shop.Buy(2, 1, 1), Shop.Buy(2, 1, 5), Shop.Buy(2, 2, 2), Shop.Buy(2, 3, 4)]);

        var only = Assert.Single(split.Cases);
        Assert.Equal("c1", only.Past.Customer);
        Assert.Equal([5], only.Added);
        Assert.Equal([0, 1, 2, 4, 5], Enumerable.Range(0, 12).Where(item => split.IsCandidate[item]));
        Assert.Equal([4, 5], Enumerable.Range(0, 12).Where(item => split.IsCold[item]));
    }

    [Fact]
    public void Create_NobodyKnown_SaysSoInOneSentence()
    {
        var thrown =
            Assert.Throws<InvalidDataException>(() => EvaluationSplit.Create(Shop.Products(), [Shop.Buy(0, 1, 0)], [Shop.Buy(1, 2, 1)]));

        Assert.Contains("nothing to evaluate", thrown.Message);
    }
}
