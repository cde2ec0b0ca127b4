using System.Globalization;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Cli;

/// <summary>Writes a line for each thing that becomes of a job. Thread-safe where the writer is.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class WrittenJobs(TextWriter output, TimeProvider time) : IJobLog
{
    /// <inheritdoc/>
    public void Began(Job job) => Write($"{job.Kind} {job.Subject}: begins");

    /// <inheritdoc/>
    public void Ended(Job job) => Write($"{job.Kind} {job.Subject}: done");

    /// <inheritdoc/>
    public void Failed(Job job, string reason, TimeSpan? pause, Exception? exception) => Write(
        $"{job.Kind} {job.Subject}: {(pause is { } rest ? $"waits {rest.TotalSeconds:0} s" : "given up")}: {reason}"
            + (exception is null ? "" : $"{Environment.NewLine}{exception}"));

    /// <inheritdoc/>
    public void Waits(string reason, Exception? exception) =>
        Write($"waits: {reason}{(exception is null ? "" : $"{Environment.NewLine}{exception}")}");

    private void Write(string line)
    {
        lock (output)
        {
            output.WriteLine($"{time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {line}");
            output.Flush();
        }
    }
}
