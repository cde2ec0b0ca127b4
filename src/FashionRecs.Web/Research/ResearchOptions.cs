using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Research;

/// <summary>How results of running experiments are kept fresh.</summary>
public sealed class ResearchOptions
{
    /// <summary>At least between two looks of an open results page. Default one minute: results of days do not change in less.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Computing takes at most one part in this many of the time, however large the log. Default 20.</summary>
    [Range(1, int.MaxValue)]
    public int ComputingShare { get; set; } = 20;
}
