namespace FashionRecs.Domain.Reviews.Labels;

/// <summary>
/// Finds labels that are probably wrong by confident learning (Northcutt, Jiang, Chuang, "Confident Learning: Estimating Uncertainty in
/// Dataset Labels", JAIR 2021). A label counts as confidently another class where that class's probability reaches the mean probability
/// the class has among the examples that carry its label (equation 2); such examples fill the off-diagonal of the confident joint.
/// </summary>
public static class ConfidentLearning
{
    /// <summary>The mean self-confidence of each class: the threshold t_j; NaN for a class without labels.</summary>
    /// <param name="labels">The class of each example, from 0.</param>
    /// <param name="probabilities">Per example one probability per class.</param>
    public static double[] Thresholds(IReadOnlyList<int> labels, IReadOnlyList<IReadOnlyList<float>> probabilities)
    {
        var classes = probabilities.Count == 0 ? 0 : probabilities[0].Count;
        double[] sums = new double[classes], counts = new double[classes];
        for (var example = 0; example < labels.Count; example++)
        {
            sums[labels[example]] += probabilities[example][labels[example]];
            counts[labels[example]]++;
        }

        return [.. sums.Select((sum, label) => sum / counts[label])];
    }

    /// <summary>
    /// The class an example confidently belongs to: among those whose threshold it reaches, the likeliest; −1 where it reaches none.
    /// </summary>
    public static int ConfidentClass(IReadOnlyList<float> probabilities, IReadOnlyList<double> thresholds)
    {
        var best = -1;
        for (var label = 0; label < thresholds.Count; label++)
        {
            // A comparison with NaN is false, so classes without labels attract nothing.
            if (probabilities[label] >= thresholds[label] && (best < 0 || probabilities[label] > probabilities[best]))
            {
                best = label;
            }
        }

        return best;
    }

    /// <summary>The confident joint C: rows are given labels, columns the classes examples confidently belong to (equation 1).</summary>
    public static int[,] Joint(IReadOnlyList<int> labels, IReadOnlyList<IReadOnlyList<float>> probabilities)
    {
        var thresholds = Thresholds(labels, probabilities);
        var joint = new int[thresholds.Length, thresholds.Length];
        for (var example = 0; example < labels.Count; example++)
        {
            if (ConfidentClass(probabilities[example], thresholds) is var belongs and >= 0)
            {
                joint[labels[example], belongs]++;
            }
        }

        return joint;
    }

    /// <summary>The examples off the diagonal, worst first: by the margin p(confident class) − p(given label).</summary>
    public static IReadOnlyList<LabelIssue> Find(IReadOnlyList<int> labels, IReadOnlyList<IReadOnlyList<float>> probabilities)
    {
        var thresholds = Thresholds(labels, probabilities);
        return [.. labels
            .Select((given, example) => new LabelIssue(example, given, ConfidentClass(probabilities[example], thresholds), 0))
            .Where(issue => issue.Likelier >= 0 && issue.Likelier != issue.Given)
            .Select(issue =>
                issue with { Margin = probabilities[issue.Example][issue.Likelier] - probabilities[issue.Example][issue.Given] })
            .OrderByDescending(issue => issue.Margin).ThenBy(issue => issue.Example)];
    }
}
