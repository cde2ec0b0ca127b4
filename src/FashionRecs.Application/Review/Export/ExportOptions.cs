using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Review.Export;

/// <summary>Exports of tags: the settings' section <c>Exports</c>.</summary>
public sealed class ExportOptions
{
    /// <summary>
    /// Products up to which an export is sent at once, from 0 to 10,000,000; more are written behind the pages. Default 10,000.
    /// </summary>
    [Range(0, 10_000_000)]
    public int Direct { get; set; } = 10_000;

    /// <summary>How long a file that was written behind the pages can be fetched, in days from 1 to 365. Default 7.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 7;
}
