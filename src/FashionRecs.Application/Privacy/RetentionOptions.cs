using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Privacy;

/// <summary>How long what is known of people is kept: the settings' section <c>Retention</c>. A number of 0 keeps it for ever.</summary>
public sealed class RetentionOptions
{
    /// <summary>Shoppers without an account, in days since they last did something; from 0 to 3650. Default 90.</summary>
    [Range(0, 3_650)]
    public int VisitorDays { get; set; } = 90;

    /// <summary>Everybody's acts, in days; from 0 to 3650. Default 0: an account's taste is kept until its owner deletes it.</summary>
    [Range(0, 3_650)]
    public int EventDays { get; set; }

    /// <summary>Lists that were on the screen, in days; from 0 to 3650. Default 180.</summary>
    [Range(0, 3_650)]
    public int ImpressionDays { get; set; } = 180;

    /// <summary>
    /// What people were shown in experiments, what followed, and what participants of studies answered, in days; from 0 to 3650.
    /// Default 730.
    /// </summary>
    [Range(0, 3_650)]
    public int ExperimentDays { get; set; } = 730;

    /// <summary>Sessions that are not used, in days; from 1 to 3650. Default 30.</summary>
    [Range(1, 3_650)]
    public int SessionDays { get; set; } = 30;

    /// <summary>How long what was deleted may stay on the disk before it is overwritten, in minutes from 1 to 1440. Default 10.</summary>
    [Range(1, 1440)]
    public int RewritingMinutes { get; set; } = 10;
}
