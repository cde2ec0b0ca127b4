using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Jobs;

/// <summary>How work behind the pages is done: the settings' section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    private const string Least = "00:00:00.010";
    private const string Most = "1.00:00:00";

    /// <summary>
    /// Whether a web server does jobs. Default true. With false it leaves them to others and to <c>fashionrecs worker</c>, but for
    /// removing and overwriting what is old.
    /// </summary>
    public bool Run { get; set; } = true;

    /// <summary>Between two looks for a job. Default half a second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan Look { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// For how long a job belongs to who works on it, unless they say so again; after that, what a killed program worked on goes on
    /// elsewhere. Default 30 seconds, at most an hour.
    /// </summary>
    [Range(typeof(TimeSpan), Least, "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a job is tried before it is given up, from 1 to 100. Default 8.</summary>
    [Range(1, 100)]
    public int Tries { get; set; } = 8;

    /// <summary>Pause after the first failure; each one after that takes twice as long. Default ten seconds.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause. Default one hour.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the list shows what is done, and a job waits that no program knows, in days from 1 to 365. Default 1.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 1;

    /// <summary>How long a job rests after so many tries.</summary>
    /// <param name="tries">How often it was tried, at least 1.</param>
    public TimeSpan Pause(int tries) =>
        TimeSpan.FromTicks((long)Math.Min(FirstPause.Ticks * Math.Pow(2, tries - 1), LongestPause.Ticks));
}
