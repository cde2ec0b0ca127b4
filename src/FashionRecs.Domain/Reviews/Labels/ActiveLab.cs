namespace FashionRecs.Domain.Reviews.Labels;

/// <summary>
/// How sure it is what each example is, for choosing what to label next where some examples have labels of several annotators and some have
/// none (Goh, Mueller, "ActiveLab: Active learning with re-labeling by humans", 2023). Model and annotators are weighed by how often they
/// agree with the consensus (Goh, Tkachenko, Mueller, "CROWDLAB", 2022). Immutable and safe to share between threads.
/// </summary>
public sealed class ActiveLab
{
    /// <summary>Errors and weights never reach zero: it would divide by one, and the other would silence somebody for good.</summary>
    private const double Floor = 1e-6;

    private static readonly double[] Temperatures = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.5, 2, 3, 5, 8];

    private readonly int classes;
    private readonly bool hasSeveral;
    private readonly double temperature = 1;
    private readonly double modelWeight = 1;
    private readonly double meanWeight = 1;
    private readonly double agreement = 1;
    private readonly Dictionary<string, double> annotators = new(StringComparer.Ordinal);

    /// <summary>Weighs the model and everybody who gave labels.</summary>
    /// <param name="examples">All examples that somebody labelled; others may be among them and count nothing.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    public ActiveLab(IEnumerable<AnnotatedExample> examples, int classes)
    {
        this.classes = classes;
        AnnotatedExample[] labelled = [.. examples.Where(example => example.Labels.Count > 0)];
        AnnotatedExample[] shared = [.. labelled.Where(example => example.Labels.Count > 1)];
        hasSeveral = shared.Length > 0;
        if (!hasSeveral)
        {
            return; // Nobody can be compared with anybody: all count alike.
        }

        temperature = Temperatures.MinBy(candidate => labelled.Average(example => CrossEntropy(example, candidate)));
        agreement = shared.Average(example =>
            (double)example.Labels.Values.Count(label => label == example.Consensus) / example.Labels.Count);
        // What one would get wrong who always said the commonest class.
        var commonest = shared.GroupBy(example => example.Consensus).Max(group => group.Count());
        var guessing = Math.Max(Floor, 1 - ((double)commonest / shared.Length));
        var wrong = shared.Average(example => Top(example.Probabilities) == example.Consensus ? 0.0 : 1.0);
        modelWeight = Math.Max(Floor, 1 - (wrong / guessing)) * Math.Sqrt(labelled.Average(example => (double)example.Labels.Count));
        var agreements = labelled.SelectMany(example => example.Labels.Keys).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => AgreementOf(name, shared), StringComparer.Ordinal);
        var usual = agreements.Values.Where(share => !double.IsNaN(share)).DefaultIfEmpty(1).Average();
        foreach (var (name, share) in agreements)
        {
            annotators[name] = Math.Max(Floor, 1 - ((1 - (double.IsNaN(share) ? usual : share)) / guessing));
        }

        meanWeight = annotators.Values.Average();
    }

    /// <summary>
    /// The score in [0, 1]: the lower, the more another label of this example would teach. Scores of labelled and unlabelled examples, and
    /// of problems with different numbers of classes, can be compared.
    /// </summary>
    public double Score(AnnotatedExample example)
    {
        if (example.Labels.Count == 0)
        {
            // Most of a large catalog is unlabelled: this way takes no memory.
            return Score(modelWeight, Highest(example.Probabilities));
        }

        var said = Scaled(example.Probabilities, temperature);
        var weight = example.Labels.Sum(label => WeightOf(label.Key)) + modelWeight;
        return Score(weight, hasSeveral ? Quality(example, said, weight) : said[example.Consensus]);
    }

    private double Score(double weight, double quality) => ((weight * quality) + (meanWeight / classes)) / (weight + meanWeight);

    /// <summary>The highest probability, sharpened or flattened as <see cref="Scaled"/> does.</summary>
    private double Highest(IReadOnlyList<double> probabilities)
    {
        var (sum, highest) = (0.0, 0.0);
        for (var label = 0; label < probabilities.Count; label++)
        {
            var p = Math.Max(probabilities[label], Floor);
            var power = temperature == 1 ? p : Math.Pow(p, 1 / temperature);
            (sum, highest) = (sum + power, Math.Max(highest, power));
        }

        return highest / sum;
    }

    /// <summary>How much a model's answer and the labels together speak for the consensus.</summary>
    private double Quality(AnnotatedExample example, double[] said, double weight) =>
        ((modelWeight * said[example.Consensus]) + example.Labels.Sum(label => WeightOf(label.Key)
            * (label.Value == example.Consensus ? agreement : (1 - agreement) / (classes - 1)))) / weight;

    private double WeightOf(string annotator) => annotators.GetValueOrDefault(annotator, meanWeight);

    /// <summary>How often the others who labelled the same examples agree with somebody; NaN where there are none.</summary>
    private static double AgreementOf(string name, AnnotatedExample[] shared)
    {
        var (agreeing, all) = (0, 0);
        foreach (var example in shared)
        {
            if (example.Labels.TryGetValue(name, out var own))
            {
                all += example.Labels.Count - 1;
                agreeing += example.Labels.Values.Count(label => label == own) - 1;
            }
        }

        return all == 0 ? double.NaN : (double)agreeing / all;
    }

    private static int Top(IReadOnlyList<double> probabilities) =>
        Enumerable.Range(0, probabilities.Count).MaxBy(label => probabilities[label]);

    private static double CrossEntropy(AnnotatedExample example, double temperature)
    {
        var said = Scaled(example.Probabilities, temperature);
        return example.Labels.Values.Average(label => -Math.Log(said[label]));
    }

    /// <summary>Probabilities sharpened (below 1) or flattened (above 1).</summary>
    private static double[] Scaled(IReadOnlyList<double> probabilities, double temperature)
    {
        var powers = probabilities.Select(p => Math.Pow(Math.Max(p, Floor), 1 / temperature)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
