using FashionRecs.Application.Jobs;

namespace FashionRecs.Storage.Jobs;

/// <summary>Reads jobs.</summary>
internal static class JobText
{
    public static Job Read(JobRow row) => new(
        row.Id, row.Kind, row.Version, row.Subject, Enum.Parse<JobState>(row.State), row.Tries, row.Done, row.Total, row.Reason,
        At(row.QueuedMilliseconds), At(row.DueMilliseconds), At(row.BegunMilliseconds), At(row.EndedMilliseconds));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset? At(long? milliseconds) => milliseconds is { } known ? At(known) : null;
}
