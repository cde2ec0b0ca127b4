namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>Counts judged beliefs and says how good they are. Not thread-safe.</summary>
/// <param name="values">Values of the vocabulary.</param>
internal sealed class BeliefTally(int values)
{
    private const int Tenths = 10;

    private readonly double[] said = new double[values];
    private readonly double[] labelled = new double[values];
    private readonly double[] both = new double[values];
    private readonly double[] counts = new double[Tenths];
    private readonly double[] sure = new double[Tenths];
    private readonly double[] exact = new double[Tenths];
    private double whole, right, loss;

    /// <summary>Counts one belief.</summary>
    public void Add(JudgedBelief belief, double weight)
    {
        var tenth = Math.Min(Tenths - 1, (int)(belief.Probability * Tenths));
        whole += weight;
        right += belief.IsRight ? weight : 0;
        loss += weight * belief.Loss;
        said[belief.Top] += weight;
        labelled[belief.Yes] += weight;
        both[belief.Yes] += belief.Top == belief.Yes ? weight : 0;
        counts[tenth] += weight;
        sure[tenth] += weight * belief.Probability;
        exact[tenth] += belief.Top == belief.Yes ? weight : 0;
    }

    /// <summary>Share whose likeliest value is labelled <c>y</c> or <c>m</c>.</summary>
    public double Right => right / whole;

    /// <summary>Mean F1 of the values that labels name, each counted the same; a likeliest value that is only <c>m</c> is wrong.</summary>
    public double MacroF1 => Enumerable.Range(0, values).Where(value => labelled[value] > 0)
        .Average(value => 2 * both[value] / (said[value] + labelled[value]));

    /// <summary>Mean −ln of the probability of the labelled value.</summary>
    public double Loss => loss / whole;

    /// <summary>Expected calibration error of the likeliest value over ten bins of probability.</summary>
    public double CalibrationError => Enumerable.Range(0, Tenths).Sum(tenth => Math.Abs(sure[tenth] - exact[tenth])) / whole;
}
