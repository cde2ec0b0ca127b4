namespace FashionRecs.Training.Optimization;

/// <summary>What one epoch gave; one JSON line of the run's log.</summary>
/// <param name="Epoch">One-based number of the epoch.</param>
/// <param name="Seconds">Time of training and evaluation.</param>
/// <param name="PicturesPerSecond">Training pictures per second.</param>
/// <param name="TrainingLoss">Mean loss per step.</param>
/// <param name="Validation">Measures of the averaged weights on the validation pictures.</param>
public sealed record EpochReport(int Epoch, double Seconds, double PicturesPerSecond, double TrainingLoss,
    IReadOnlyList<AttributeScore> Validation)
{
    /// <summary>Mean over attributes of <see cref="AttributeScore.TopYesOrMaybe"/>.</summary>
    public double TopYesOrMaybe => Mean(score => score.TopYesOrMaybe);

    /// <summary>Mean over attributes of <see cref="AttributeScore.ShownBalancedAccuracy"/>.</summary>
    public double ShownBalancedAccuracy => Mean(score => score.ShownBalancedAccuracy);

    private double Mean(Func<AttributeScore, double?> measure) =>
        Validation.Select(measure).Where(value => value is not null).Select(value => value!.Value).DefaultIfEmpty(0).Average();
}
