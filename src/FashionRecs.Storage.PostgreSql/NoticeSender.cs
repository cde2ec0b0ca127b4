using System.Threading.Channels;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>
/// Sends news one portion after the other, so that nobody who tells any waits for the server. Where too many wait since the server is away,
/// the oldest are dropped and everybody is told so. Safe to share between threads.
/// </summary>
/// <param name="send">Sends a portion.</param>
/// <param name="missed">What says that some were dropped.</param>
/// <param name="pause">Between two tries.</param>
/// <param name="time">The clock.</param>
internal sealed class NoticeSender(
    Func<string[], CancellationToken, Task> send, string missed, TimeSpan pause, TimeProvider time)
{
    private const int MostWaiting = 10_000;
    private const int Together = 500;

    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Channel<string>? waiting;
    private Task? sending;
    private bool dropped;

    /// <summary>Sends something soon; nothing once the program ends.</summary>
    public void Add(string notice)
    {
        lock (gate)
        {
            if (waiting is null)
            {
                waiting = Channel.CreateBounded<string>(
                    new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest },
                    _ => Volatile.Write(ref dropped, true));
                sending = Task.Run(SendAllAsync);
            }

            waiting.Writer.TryWrite(notice);
        }
    }

    /// <summary>Sends what still waits, for a while at most, and ends.</summary>
    public async Task EndAsync(TimeSpan atMost)
    {
        lock (gate)
        {
            waiting?.Writer.TryComplete();
        }

        if (sending is not null)
        {
            ending.CancelAfter(atMost);
            await sending;
        }

        ending.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (await waiting!.Reader.WaitToReadAsync(ending.Token))
            {
                var portion = new List<string>();
                while (portion.Count < Together && waiting.Reader.TryRead(out var next))
                {
                    portion.Add(next);
                }

                while (!await TrySendAsync(portion))
                {
                    await Task.Delay(pause, time, ending.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; others find out by the revisions they ask for.
        }
    }

    private async Task<bool> TrySendAsync(List<string> portion)
    {
        try
        {
            if (Volatile.Read(ref dropped))
            {
                Volatile.Write(ref dropped, false);
                portion.Add(missed);
            }

            await send([.. portion], ending.Token);
            return true;
        }
        catch (Exception) when (!ending.IsCancellationRequested)
        {
            return false; // Health says so: the connection that listens is lost as well.
        }
    }
}
