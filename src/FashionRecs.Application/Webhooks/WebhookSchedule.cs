namespace FashionRecs.Application.Webhooks;

/// <summary>When a message that was not taken is sent again: after ever longer pauses, then never. Pure.</summary>
public static class WebhookSchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a message is sent at most.</summary>
    public static int Most => Pauses.Length + 1;

    /// <summary>The pause after a number of tries, 1 or more; null where it is given up.</summary>
    public static TimeSpan? After(int tries) => tries <= Pauses.Length ? Pauses[tries - 1] : null;
}
