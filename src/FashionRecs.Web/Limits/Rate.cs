using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Limits;

/// <summary>How often something may be done: a bucket that holds <see cref="Burst"/> and is filled with <see cref="PerMinute"/>.</summary>
public sealed class Rate
{
    /// <summary>Times at once, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 60;

    /// <summary>Times a minute in the long run, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 60;
}
