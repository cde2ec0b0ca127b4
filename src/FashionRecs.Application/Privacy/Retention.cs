using FashionRecs.Application.Accounts;
using FashionRecs.Application.Files;
using FashionRecs.Application.Shop;

namespace FashionRecs.Application.Privacy;

/// <summary>Removes what is older than the shop keeps it. Safe to share between threads.</summary>
public sealed class Retention(
    IRetentionStore store, IAccountSessions sessions, ShopService shop, FileRewriting rewriting, RetentionOptions options,
    TimeProvider time)
{
    /// <summary>Shoppers that are removed at a time, so that nobody's click waits long.</summary>
    private const int AtATime = 200;

    /// <summary>Removes it; returns how many shoppers and rows went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var gone = 0;
        if (options.VisitorDays > 0)
        {
            IReadOnlyList<Guid> left;
            do
            {
                left = await store.LeftAsync(Before(options.VisitorDays), AtATime, cancellation);
                foreach (var shopper in left)
                {
                    gone += await shop.DeleteAsync(shopper, cancellation) ? 1 : 0;
                }
            }
            while (left.Count == AtATime);
        }

        var rows = (options.EventDays > 0 ? await store.RemoveEventsAsync(Before(options.EventDays), cancellation) : 0)
            + (options.ImpressionDays > 0 ? await store.RemoveImpressionsAsync(Before(options.ImpressionDays), cancellation) : 0)
            + (options.ExperimentDays > 0 ? await ForgetExperimentsAsync(Before(options.ExperimentDays), cancellation) : 0);
        if (rows > 0)
        {
            await rewriting.AskAsync(cancellation);
        }

        return gone + rows + await sessions.EndUnusedAsync(Before(options.SessionDays), cancellation);
    }

    private async Task<int> ForgetExperimentsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var participants = await store.ForgetParticipantsAsync(before, cancellation);
        foreach (var participant in participants)
        {
            await shop.DeleteAsync(participant, cancellation);
        }

        return participants.Count + await store.RemoveExperimentLogsAsync(before, cancellation);
    }

    private DateTimeOffset Before(int days) => time.GetUtcNow() - TimeSpan.FromDays(days);
}
