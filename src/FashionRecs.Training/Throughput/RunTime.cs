namespace FashionRecs.Training.Throughput;

/// <summary>What a piece of work took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all processors together.</param>
public readonly record struct RunTime(TimeSpan Wall, TimeSpan Processor)
{
    /// <summary>Runs and measures.</summary>
    public static async Task<RunTime> MeasureAsync(Func<Task> work, TimeProvider time)
    {
        var (start, used) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return new RunTime(time.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used);
    }
}
