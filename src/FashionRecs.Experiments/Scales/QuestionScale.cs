namespace FashionRecs.Experiments.Scales;

/// <summary>Several statements that measure one thing together.</summary>
/// <param name="Key">Short name, unique within the questionnaire.</param>
/// <param name="Name">What researchers read.</param>
/// <param name="Items">The statements, in the order in which they are asked.</param>
/// <param name="Source">Where it comes from; empty for a scale of the researcher's own.</param>
public sealed record QuestionScale(string Key, string Name, IReadOnlyList<ScaleItem> Items, string Source = "")
{
    /// <summary>The lowest answer.</summary>
    public const int Least = 1;

    /// <summary>Number of answers, which is the highest one: 5 or 7. Default 5.</summary>
    public int Points { get; init; } = 5;

    /// <summary>What an answer counts: one to a reversed statement is turned around.</summary>
    public int Counted(ScaleItem item, int answer) => item.Reversed ? Least + Points - answer : answer;

    /// <summary>
    /// The mean of what the answers count, 1 to <see cref="Points"/>; null where fewer than half of the statements were answered.
    /// </summary>
    /// <param name="answers">Answers by the statement's key; who would rather not say has none.</param>
    public double? Score(IReadOnlyDictionary<string, int> answers)
    {
        double[] counted = [.. Items.Where(item => answers.ContainsKey(item.Key)).Select(item => Counted(item, answers[item.Key]))];
        return counted.Length > 0 && 2 * counted.Length >= Items.Count ? counted.Average() : null;
    }
}
