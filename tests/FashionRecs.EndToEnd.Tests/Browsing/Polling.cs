namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>Waiting for what the server does after it has answered the browser.</summary>
internal static class Polling
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Reads until what is read is as wanted, at most 30 s; the last reading comes back either way, for the assertion to show.
    /// </summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var value = await read(); ; value = await read())
        {
            if (wanted(value) || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                return value;
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
