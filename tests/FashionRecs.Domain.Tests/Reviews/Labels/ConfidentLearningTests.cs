using FashionRecs.Domain.Reviews.Labels;

namespace FashionRecs.Domain.Tests.Reviews.Labels;

public class ConfidentLearningTests
{
    // Three classes; the last example of each of the first two classes looks like the other one. The third class has no labels.
    private static readonly int[] Given = [0, 0, 0, 1, 1, 1];

    private static readonly float[][] Said =
    [
        [0.9f, 0.1f, 0.0f], [0.8f, 0.1f, 0.1f], [0.1f, 0.8f, 0.1f],
        [0.2f, 0.8f, 0.0f], [0.3f, 0.4f, 0.3f], [0.7f, 0.3f, 0.99f],
    ];

    [Fact]
    public void Thresholds_Classes_AreMeanSelfConfidence()
    {
        var thresholds = ConfidentLearning.Thresholds(Given, Said);

        Assert.Equal(0.6, thresholds[0], 6); // (0.9 + 0.8 + 0.1) / 3
        Assert.Equal(0.5, thresholds[1], 6); // (0.8 + 0.4 + 0.3) / 3
        Assert.True(double.IsNaN(thresholds[2]));
    }

    [Fact]
    public void Joint_Examples_AreCountedWhereAThresholdIsReached()
    {
        var joint = ConfidentLearning.Joint(Given, Said);

        // The fifth example reaches no threshold and is counted nowhere.
        Assert.Equal(new[,] { { 2, 1, 0 }, { 1, 1, 0 }, { 0, 0, 0 } }, joint);
    }

    [Fact]
    public void Find_OffDiagonal_WorstFirst()
    {
        var issues = ConfidentLearning.Find(Given, Said);

        Assert.Equal([2, 5], issues.Select(issue => issue.Example));
        Assert.Equal([(0, 1), (1, 0)], issues.Select(issue => (issue.Given, issue.Likelier)));
        Assert.Equal(0.7f, issues[0].Margin, 5);
    }

    [Fact]
    public void Find_SwappedLabels_AreFoundAmongManyGoodOnes()
    {
        // 2 classes, 500 examples, 10 % of the labels swapped; the "network" is right and fairly sure.
        var random = new Random(7);
        var truth = Enumerable.Range(0, 500).Select(_ => random.Next(2)).ToArray();
        var swapped = truth.Select(_ => random.NextDouble() < 0.1).ToArray();
        int[] labels = [.. truth.Select((label, example) => swapped[example] ? 1 - label : label)];
        float[][] said = [.. truth.Select(label =>
        {
            var sure = 0.75f + (0.2f * random.NextSingle());
            return label == 0 ? new[] { sure, 1 - sure } : [1 - sure, sure];
        })];

        var found = ConfidentLearning.Find(labels, said).Select(issue => issue.Example).ToHashSet();

        var right = found.Count(example => swapped[example]);
        // A label counts only where the other class reaches that class's mean confidence, so some swapped ones stay below it.
        Assert.True(right >= 0.95 * found.Count && right >= 0.6 * swapped.Count(one => one),
            $"{right} of {found.Count} found are swapped, {swapped.Count(one => one)} were");
    }

    [Fact]
    public void Find_Nothing_IsEmpty() => Assert.Empty(ConfidentLearning.Find([], []));
}
