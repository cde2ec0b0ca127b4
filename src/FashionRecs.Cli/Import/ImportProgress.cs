using ShellProgressBar;

namespace FashionRecs.Cli.Import;

/// <summary>A progress bar with time left on a terminal; a plain line now and then elsewhere.</summary>
internal sealed class ImportProgress(int pictures, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PlainEvery = TimeSpan.FromSeconds(5);

    private readonly long started = time.GetTimestamp();
    private long said;
    private int? first;
    private readonly ProgressBar? bar = Console.IsErrorRedirected || Console.IsOutputRedirected
        ? null
        : new ProgressBar(pictures, "importing", new ProgressBarOptions { ShowEstimatedDuration = true });

    public void Report(int done)
    {
        // What an earlier run did says nothing of how fast this one is.
        first ??= done;
        var elapsed = time.GetElapsedTime(started);
        var left = done > first ? elapsed * ((double)(pictures - done) / (done - first.Value)) : TimeSpan.Zero;
        if (bar is not null)
        {
            bar.EstimatedDuration = elapsed + left;
            bar.Tick(done, $"picture {done} of {pictures}");
        }
        else if (time.GetElapsedTime(said) >= PlainEvery || done == pictures)
        {
            said = time.GetTimestamp();
            Console.Error.WriteLine($"picture {done} of {pictures}, {left:hh\\:mm\\:ss} left");
        }
    }

    public void Dispose() => bar?.Dispose();
}
