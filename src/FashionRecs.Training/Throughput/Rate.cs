namespace FashionRecs.Training.Throughput;

/// <summary>Pictures a second over repeated runs of the same work.</summary>
/// <param name="PicturesPerSecond">The median run.</param>
/// <param name="Slowest">The slowest run.</param>
/// <param name="Fastest">The fastest run.</param>
/// <param name="Pictures">Pictures per run.</param>
/// <param name="Runs">How often it was run.</param>
/// <param name="PicturesPerProcessorSecond">Pictures per second of processor time that the program used, over all runs: hardly moved by
/// what else the machine does.</param>
public sealed record Rate(double PicturesPerSecond, double Slowest, double Fastest, int Pictures, int Runs,
    double PicturesPerProcessorSecond)
{
    /// <summary>Takes the rates of runs.</summary>
    public static Rate Of(IReadOnlyCollection<RunTime> runs, int pictures)
    {
        double[] rates = [.. runs.Select(run => pictures / run.Wall.TotalSeconds).Order()];
        return new Rate(rates[rates.Length / 2], rates[0], rates[^1], pictures, rates.Length,
            pictures * runs.Count / runs.Sum(run => run.Processor.TotalSeconds));
    }
}
