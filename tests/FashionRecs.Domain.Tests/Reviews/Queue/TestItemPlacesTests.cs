using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Domain.Tests.Reviews.Queue;

public class TestItemPlacesTests
{
    private static readonly string[] Open = [.. Enumerable.Range(0, 200).Select(number => $"p{number}")];
    private static readonly string[] Tests = [.. Enumerable.Range(0, 50).Select(number => $"t{number}")];

    [Fact]
    public void Mix_TenPercent_PutsOneIntoEachStretchOfTen()
    {
        var mixed = new TestItemPlaces("ada", 0.1, 0).Mix(Open, Tests);

        Assert.Equal(Open, mixed.Where(id => id[0] == 'p'));
        Assert.All(mixed.Take(200).Chunk(10), stretch => Assert.Single(stretch, id => id[0] == 't'));
        Assert.NotEqual(mixed, new TestItemPlaces("bob", 0.1, 0).Mix(Open, Tests));
        Assert.True(mixed.Take(200).Chunk(10).Select(stretch => Array.FindIndex(stretch, id => id[0] == 't')).Distinct().Count() > 3);
    }

    /// <summary>Who answers the first of the queue again and again meets as many as the share says, and none twice in a row.</summary>
    [Fact]
    public void Mix_WorkedThroughFromTheTop_MeetsThemAtTheSamePlaces()
    {
        List<string> open = [.. Open], tests = [.. Tests], met = [];
        while (met.Count < 100)
        {
            var next = new TestItemPlaces("ada", 0.1, met.Count).Mix(open, tests)[0];
            met.Add(next);
            _ = open.Remove(next) || tests.Remove(next);
        }

        Assert.Equal(10, met.Count(id => id[0] == 't'));
        Assert.Equal(new TestItemPlaces("ada", 0.1, 0).Mix(Open, Tests).Take(100), met);
    }

    [Fact]
    public void Mix_FewerThanFit_TakesWhatThereIs() =>
        Assert.Equal(201, new TestItemPlaces("ada", 0.5, 7).Mix(Open, ["t"]).Count);
}
