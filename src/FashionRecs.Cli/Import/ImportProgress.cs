using ShellProgressBar;

namespace FashionRecs.Cli.Import;

/// <summary>A progress bar with time left on a terminal; a plain line now and then elsewhere.</summary>
internal sealed class ImportProgress(int rows, TimeProvider time) : IDisposable
{
    private const int PlainEvery = 100;

    private readonly long started = time.GetTimestamp();
    private readonly ProgressBar? bar = Console.IsErrorRedirected || Console.IsOutputRedirected
        ? null
        : new ProgressBar(rows, "importing", new ProgressBarOptions { ShowEstimatedDuration = true });

    public void Report(int done)
    {
        var elapsed = time.GetElapsedTime(started);
        var left = elapsed * ((double)(rows - done) / done);
        if (bar is not null)
        {
            bar.EstimatedDuration = elapsed + left;
            bar.Tick(done, $"product {done} of {rows}");
        }
        else if (done % PlainEvery == 0 || done == rows)
        {
            Console.Error.WriteLine($"product {done} of {rows}, {left:hh\\:mm\\:ss} left");
        }
    }

    public void Dispose() => bar?.Dispose();
}
