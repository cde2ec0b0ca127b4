using System.Threading.Channels;
using System.Threading.RateLimiting;

namespace FashionRecs.Web.Accounts.Mail;

/// <summary>
/// Sends messages behind the requests that ask for them, so that nobody can tell by the time whether there was one to send, and nobody's
/// mailbox is filled. Thread-safe.
/// </summary>
public sealed class MailQueue(IMailSink sink, ILogger<MailQueue> log) : BackgroundService
{
    private const int Room = 1_000;
    private const int PerPerson = 3;

    private readonly Channel<Letter> waiting =
        Channel.CreateBounded<Letter>(new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly PartitionedRateLimiter<string> people =
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(
        address, _ =>
            new TokenBucketRateLimiterOptions { TokenLimit = PerPerson, TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(20) }));

    /// <summary>Sends a message soon; not where the same person was sent three lately.</summary>
    public void Send(Letter letter)
    {
        using var lease = people.AttemptAcquire(letter.To.ToUpperInvariant());
        if (lease.IsAcquired)
        {
            waiting.Writer.TryWrite(letter);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        people.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await sink.SendAsync(letter, stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
            {
                log.LogWarning("A message was not sent: {Reason}", exception.Message);
            }
        }
    }
}
