using FashionRecs.Recommenders.Sessions;

namespace FashionRecs.Recommenders.Tests.Sessions;

public sealed class NextClickEvaluationTests : IDisposable
{
    private const string Header =
        "\"session.ID\",\"order\",\"page.1..main.category.\",\"page.2..clothing.model.\",\"colour\",\"model.photography\",\"price\",\"location\",\"page\"";
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void Run_SessionsKeepToOneCategory_ModelsThatKnowItBeatPopularity()
    {
        var evaluation = new NextClickEvaluation(ClickedCatalog.Read(Write(Sessions(200))), 0.7, 100, seed: 1);

        var popularity = evaluation.Run(new ClickPopularity()).Reciprocal.Mean;

        Assert.All(new INextClick[] { new ClickShares(), new ClickNeighbours(), new ClickLearner(population: true) },
            model => Assert.True(evaluation.Run(model).Reciprocal.Mean > popularity + 0.02, model.Name));
    }

    [Fact]
    public void Read_SameModelNumberInTwoCategories_AreTwoProducts()
    {
        var catalog = ClickedCatalog.Read(Write([[1, 1, 1, 7, 3, 1, 30, 1, 1], [1, 2, 2, 7, 3, 1, 30, 1, 1]]));

        Assert.Equal(["1/7", "2/7"], catalog.Models);
        Assert.Equal([0, 1], catalog.Sessions.Single().Models);
    }

    [Fact]
    public void Read_OrderIsNoNumber_NamesFileAndLine()
    {
        File.WriteAllText(file, Header + "\n1,first,1,7,3,1,30,1,1\n");

        var exception = Assert.Throws<InvalidDataException>(() => ClickedCatalog.Read(file));

        Assert.Equal($"{file}, line 2: 'first' is not a whole number.", exception.Message);
    }

    [Fact]
    public void Create_NoSessionWithTwoClicks_IsRefused()
    {
        var catalog = ClickedCatalog.Read(Write([[1, 1, 1, 7, 3, 1, 30, 1, 1], [2, 1, 1, 7, 3, 1, 30, 1, 1]]));

        Assert.Throws<InvalidDataException>(() => new NextClickEvaluation(catalog, 0.5, 10, seed: 1));
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(file);

    /// <summary>Forty products in four categories; each session stays in one and goes from product to product.</summary>
    private static IEnumerable<int[]> Sessions(int count)
    {
        var random = new Random(5);
        for (var session = 0; session < count; session++)
        {
            var category = random.Next(4);
            for (var order = 1; order <= 5; order++)
            {
                var model = random.Next(10);
                yield return [session, order, category, model, model % 3, 1 + (model % 2), 20 + (5 * category), 1 + (model % 6),
                    1 + (model / 6)];
            }
        }
    }

    private string Write(IEnumerable<int[]> rows)
    {
        File.WriteAllText(file, Header + "\n" + string.Concat(rows.Select(row => string.Join(',', row) + "\n")));
        return file;
    }
}
