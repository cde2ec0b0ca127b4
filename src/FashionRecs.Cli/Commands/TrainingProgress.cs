using ShellProgressBar;

namespace FashionRecs.Cli.Commands;

/// <summary>A progress bar with time left on a terminal; a plain line now and then elsewhere.</summary>
internal sealed class TrainingProgress : IDisposable
{
    private const int PlainEvery = 50;

    private readonly int steps;
    private readonly ProgressBar? bar;
    private readonly long started = TimeProvider.System.GetTimestamp();
    private int first = -1;

    private TrainingProgress(int steps, bool terminal)
    {
        this.steps = steps;
        bar = terminal ? new ProgressBar(steps, "training", new ProgressBarOptions { ShowEstimatedDuration = true }) : null;
    }

    public static TrainingProgress Create(int steps) => new(steps, terminal: !Console.IsErrorRedirected && !Console.IsOutputRedirected);

    public void Report(int done)
    {
        first = first < 0 ? done - 1 : first; // a resumed run starts in the middle
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var left = elapsed * ((double)(steps - done) / Math.Max(1, done - first));
        if (bar is not null)
        {
            bar.EstimatedDuration = elapsed + left;
            bar.Tick(done, $"step {done} of {steps}");
        }
        else if (done % PlainEvery == 0 || done == steps)
        {
            Console.Error.WriteLine($"step {done} of {steps}, {left:hh\\:mm\\:ss} left");
        }
    }

    public void Dispose() => bar?.Dispose();
}
