using FashionRecs.Application.Notices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>
/// News between servers by <c>NOTIFY</c> and <c>LISTEN</c> (https://www.postgresql.org/docs/current/sql-notify.html). One connection
/// listens; where it is lost another is opened each second, and followers are told then that they may have missed something. What is told
/// meanwhile waits in memory. Safe to share between threads.
/// </summary>
internal sealed class PostgreSqlNotices : INotices, IDisposable, IAsyncDisposable
{
    private const string Channel = "fashionrecs";

    /// <summary>Between two tries to reach the server.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long the last news may take when the program ends.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly LocalNotices here = new();
    private readonly CancellationTokenSource ending = new();
    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Lazy<PostgreSqlPlace> place;
    private readonly TimeProvider time;
    private readonly ILogger<PostgreSqlNotices> log;
    private readonly Lazy<Task> listening;
    private readonly NoticeSender sender;
    private int ended;
    private bool isListening;

    /// <summary>Connects to nothing until somebody tells or follows.</summary>
    public PostgreSqlNotices(PostgreSqlOptions options, TimeProvider time, ILogger<PostgreSqlNotices> log)
    {
        (this.time, this.log) = (time, log);
        place = new Lazy<PostgreSqlPlace>(() => PostgreSqlPlace.Read(options));
        listening = new Lazy<Task>(() => Task.Run(ListenAsync));
        sender = new NoticeSender(SendAsync, $"{node} {NoticeText.Missed} ", Pause, time);
    }

    /// <inheritdoc/>
    public bool IsListening => Volatile.Read(ref isListening);

    /// <inheritdoc/>
    public Task TellAsync(string kind, string subject)
    {
        sender.Add(NoticeText.Write(node, kind, subject));
        return here.DeliverAsync(kind, subject);
    }

    /// <inheritdoc/>
    public IDisposable Follow(string kind, Func<string?, Task> told)
    {
        var following = here.Follow(kind, told);
        _ = listening.Value;
        return following;
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) == 1)
        {
            return;
        }

        await sender.EndAsync(Farewell);
        await ending.CancelAsync();
        if (listening.IsValueCreated)
        {
            await listening.Value;
        }

        ending.Dispose();
    }

    private async Task SendAsync(string[] notices, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(place.Value.Text);
        await connection.OpenAsync(cancellation);
        // Equal ones of one transaction arrive once.
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, said) FROM unnest($2) AS said", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Channel });
        command.Parameters.Add(new NpgsqlParameter { Value = notices });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task ListenAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(ending.Token);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (isListening)
                {
                    log.LogWarning("News of other servers do not arrive for now: {Reason}", exception.Message);
                }
            }

            Volatile.Write(ref isListening, false);
            await Task.Delay(Pause, time, ending.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None,
                TaskScheduler.Default);
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellation)
    {
        // Asks now and then whether the server is still there: a machine that vanished says nothing by itself.
        var text = new NpgsqlConnectionStringBuilder(place.Value.Text)
        {
            Pooling = false, KeepAlive = 5, ApplicationName = "FashionRecs news",
        };
        await using var connection = new NpgsqlConnection(text.ToString());
        connection.Notification += (_, said) => Receive(said.Payload);
        await connection.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }

        Volatile.Write(ref isListening, true);
        Missed(here.Kinds);
        while (true)
        {
            await connection.WaitAsync(cancellation);
        }
    }

    private void Receive(string payload)
    {
        if (NoticeText.TryRead(payload) is not { } said || said.Node == node)
        {
            return;
        }

        if (said.Kind == NoticeText.Missed)
        {
            Missed(said.Subject is { Length: > 0 } kind ? [kind] : here.Kinds);
        }
        else
        {
            Deliver(said.Kind, said.Subject);
        }
    }

    private void Missed(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds)
        {
            Deliver(kind, null);
        }
    }

    /// <summary>Lets nobody wait who follows something else.</summary>
    private void Deliver(string kind, string? subject) => _ = DeliverAsync(kind, subject);

    private async Task DeliverAsync(string kind, string? subject)
    {
        try
        {
            await here.DeliverAsync(kind, subject);
        }
        catch (Exception exception)
        {
            log.LogWarning("News of the kind {Kind} could not be followed: {Reason}", kind, exception.Message);
        }
    }
}
