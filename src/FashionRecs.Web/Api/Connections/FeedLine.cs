using System.Globalization;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Feeds;
using FashionRecs.Application.Jobs;
using FashionRecs.Domain.Text;

namespace FashionRecs.Web.Api.Connections;

/// <summary>A feed with what becomes of it, in people's words. Immutable.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Import">The import that its last run began; null where there is none.</param>
/// <param name="Job">Its run that is not done yet; null where none is.</param>
public sealed record FeedLine(Feed Feed, CatalogImportSummary? Import, Job? Job)
{
    /// <summary>Where it stands.</summary>
    public string State => this switch
    {
        { Feed.IsPaused: true } => "Paused",
        { Job.State: JobState.Running } => "Running now",
        { Job: { State: JobState.Failed } } => "Given up until the next run",
        { Job: { State: JobState.Waiting, Reason: not null } job } => $"Failed; tried again at {Moments.Minute(job.Due)}",
        { Job.State: JobState.Waiting } => "About to run",
        { Feed.Last: null } => "Has not run yet",
        { Feed.Last.Outcome: FeedOutcome.Failed } => "Failed",
        { Import.State: CatalogImportState.Paused or CatalogImportState.Refused } => "Needs a look",
        { Import: { } import } when !import.State.IsOver() => "Being taken in",
        _ => "Fine",
    };

    /// <summary>The word for what can be done instead of what it does.</summary>
    public string Other => Feed.IsPaused ? "Resume" : "Pause";

    /// <summary>Why it failed or stands still, in a sentence; null where it does not.</summary>
    public string? Trouble => Feed.Last?.Trouble ?? Import?.Trouble ?? Job?.Reason;

    /// <summary>What the last run brought; null where nothing was fetched.</summary>
    public string? Brought => Import is null ? null : string.Create(CultureInfo.InvariantCulture,
        $"{Import.ToRead} new or changed, {Import.Of(CatalogImportOutcome.Same)} as before, "
            + $"{Import.Of(CatalogImportOutcome.Refused)} refused");

    /// <summary>What became of the last run.</summary>
    public string Outcome => Feed.Last?.Outcome switch
    {
        FeedOutcome.Fetched => "fetched",
        FeedOutcome.Unchanged => "nothing new",
        FeedOutcome.Failed => "failed",
        null => "",
    };
}
