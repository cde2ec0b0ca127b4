namespace FashionRecs.Experiments.Logging;

/// <summary>
/// The exposures and outcomes of one experiment, append-only. Writing twice is harmless: a retry after a lost connection
/// neither loses nor doubles a row. Not thread safe; a store serializes writers.
/// </summary>
public sealed class ExposureLog
{
    private readonly Dictionary<string, Exposure> exposures = [];
    private readonly Dictionary<Guid, Outcome> outcomes = [];
    private readonly List<Exposure> exposureOrder = [];
    private readonly List<Outcome> outcomeOrder = [];

    /// <summary>Exposures in the order of writing, which a clock moved back does not change.</summary>
    public IReadOnlyList<Exposure> Exposures => exposureOrder;

    /// <summary>Outcomes in the order of writing.</summary>
    public IReadOnlyList<Outcome> Outcomes => outcomeOrder;

    /// <summary>Writes an exposure; false if it stands already.</summary>
    public bool Append(Exposure exposure)
    {
        if (!exposures.TryAdd(exposure.Id, exposure))
        {
            return false;
        }

        exposureOrder.Add(exposure);
        return true;
    }

    /// <summary>Writes an outcome; false if it stands already.</summary>
    /// <exception cref="InvalidOperationException">Its exposure is not in the log, or its value is not a finite number.</exception>
    public bool Append(Outcome outcome)
    {
        if (!exposures.ContainsKey(outcome.ExposureId))
        {
            throw new InvalidOperationException($"The outcome {outcome.Id} belongs to the exposure '{outcome.ExposureId}', which was never logged.");
        }

        if (!double.IsFinite(outcome.Value))
        {
            throw new InvalidOperationException($"The outcome {outcome.Id} has the value {outcome.Value}, which is not a number that can be counted.");
        }

        if (!outcomes.TryAdd(outcome.Id, outcome))
        {
            return false;
        }

        outcomeOrder.Add(outcome);
        return true;
    }

    /// <summary>Removes all rows of a shopper who asked to be deleted: the one exception to append-only. Returns the number of rows.</summary>
    public int Forget(string unit)
    {
        var gone = exposureOrder.Where(exposure => exposure.Unit == unit).Select(exposure => exposure.Id).ToHashSet();
        foreach (var outcome in outcomeOrder.Where(outcome => gone.Contains(outcome.ExposureId)))
        {
            outcomes.Remove(outcome.Id);
        }

        foreach (var id in gone)
        {
            exposures.Remove(id);
        }

        return exposureOrder.RemoveAll(exposure => gone.Contains(exposure.Id)) + outcomeOrder.RemoveAll(outcome => gone.Contains(outcome.ExposureId));
    }
}
