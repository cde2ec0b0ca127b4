namespace FashionRecs.Recommenders.Baselines;

/// <summary>A step of gradient descent whose size follows each number's own slopes (Kingma, Ba: Adam, ICLR 2015).</summary>
internal static class AdamStep
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;

    /// <summary>Moves numbers down their slopes.</summary>
    /// <param name="first">Decayed mean of the slopes, changed; as long as the numbers.</param>
    /// <param name="second">The same of their squares.</param>
    /// <param name="step">Number of the step, 1 for the first.</param>
    public static void Apply(float[] numbers, float[] slopes, float[] first, float[] second, float rate, int step)
    {
        var size = rate * MathF.Sqrt(1 - MathF.Pow(SecondDecay, step)) / (1 - MathF.Pow(FirstDecay, step));
        for (var place = 0; place < numbers.Length; place++)
        {
            first[place] = (FirstDecay * first[place]) + ((1 - FirstDecay) * slopes[place]);
            second[place] = (SecondDecay * second[place]) + ((1 - SecondDecay) * slopes[place] * slopes[place]);
            numbers[place] -= size * first[place] / (MathF.Sqrt(second[place]) + 1e-8f);
        }
    }
}
