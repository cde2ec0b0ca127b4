namespace FashionRecs.Web.Api.Connections;

/// <summary>What both lists say alike.</summary>
internal static class ConnectionWords
{
    /// <summary>How long from one run to the next.</summary>
    public static string Every(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } when time.Hours == 0 && time.Minutes == 0 => $"every {time.Days} days",
        { TotalHours: >= 2 } when time.Minutes == 0 => $"every {(int)time.TotalHours} hours",
        { TotalMinutes: 60 } => "every hour",
        _ => $"every {(int)time.TotalMinutes} minutes",
    };
}
