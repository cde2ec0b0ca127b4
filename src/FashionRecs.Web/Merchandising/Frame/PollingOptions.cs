using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>How often the merchandisers' pages, and what works for them in the background, look whether there is something new.</summary>
public sealed class PollingOptions
{
    private const string Least = "00:00:00.010";
    private const string Most = "01:00:00";

    /// <summary>Between two looks for corrected values whose regions are to be found. Default a quarter of a second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan Regions { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Between two looks for other weights. Default one second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan Weights { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After a locked database, a full disk or a damaged file. Default ten seconds.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan Trouble { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks of the page of an import at how far it is. Default half a second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan ImportPage { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two looks of the page of weights at how much is left to be read. Default one second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan WeightsPage { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks of the page of jobs at how far they are. Default one second.</summary>
    [Range(typeof(TimeSpan), Least, Most)]
    public TimeSpan JobsPage { get; set; } = TimeSpan.FromSeconds(1);
}
