namespace FashionRecs.Experiments.Lab;

/// <summary>A measure in one arm, or in one part.</summary>
/// <param name="Name">Key of the arm, or number of the part.</param>
/// <param name="People">Participants with a number.</param>
/// <param name="Mean">Their mean; NaN for nobody.</param>
/// <param name="Deviation">Standard deviation between them; NaN for fewer than two.</param>
public sealed record LabArm(string Name, int People, double Mean, double Deviation)
{
    /// <summary>The figures of some numbers.</summary>
    public static LabArm Of(string name, IReadOnlyCollection<double> values)
    {
        var mean = values.Count > 0 ? values.Average() : double.NaN;
        return new(name, values.Count, mean,
            values.Count > 1 ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)) : double.NaN);
    }
}
