using FashionRecs.Application.Webhooks;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Webhooks;

/// <inheritdoc/>
internal sealed class WebhookStore(ShopDatabase database) : IWebhookStore
{
    private const string Waiting = "waiting";
    private const string Delivered = "delivered";
    private const string GivenUp = "given up";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> AllAsync(CancellationToken cancellation = default) => database.RunAsync(
        async Task<IReadOnlyList<Webhook>> (context) =>
        [
            .. (await context.Set<WebhookRow>().AsNoTracking().OrderBy(row => row.CreatedMilliseconds).ThenBy(row => row.Id)
                .ToListAsync(cancellation)).Select(Read),
        ], cancellation);

    /// <inheritdoc/>
    public Task<Webhook?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.Set<WebhookRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? Read(row) : null, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(Webhook webhook, CancellationToken cancellation = default) => database.RunAsync(
        context =>
        {
            context.Add(new WebhookRow
            {
                Id = webhook.Id, Address = webhook.Address, Events = string.Join(' ', webhook.Events), Secret = webhook.Secret,
                Person = webhook.Person, CreatedMilliseconds = webhook.Created.ToUnixTimeMilliseconds(),
            });
            return context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var gone = await context.Set<WebhookRow>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellation) > 0;
        await context.Set<WebhookMessageRow>().Where(row => row.Webhook == id).ExecuteDeleteAsync(cancellation);
        if (!await context.Set<WebhookRow>().AnyAsync(cancellation))
        {
            await context.Set<WebhookMarkRow>().ExecuteDeleteAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return gone;
    }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> MarksAsync(IReadOnlyCollection<string> names,
        CancellationToken cancellation = default) => database.RunAsync(
        async Task<IReadOnlyDictionary<string, string>> (context) => await context.Set<WebhookMarkRow>().AsNoTracking()
            .Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, row => row.Text, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<bool> TellAsync(IReadOnlyList<WebhookMark> marks, IReadOnlyList<WebhookMessage> messages,
        CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            foreach (var mark in marks)
            {
                var row = new WebhookMarkRow { Name = mark.Name, Text = mark.From ?? mark.To };
                if (mark.From is null)
                {
                    context.Add(row);
                }
                else if (mark.From != mark.To)
                {
                    context.Attach(row);
                    row.Text = mark.To;
                }
            }

            context.AddRange(messages.Select(message => new WebhookMessageRow
            {
                Id = message.Id, Webhook = message.Webhook, Event = message.Event, Body = message.Body,
                CreatedMilliseconds = message.Created.ToUnixTimeMilliseconds(), NextMilliseconds = message.Next.ToUnixTimeMilliseconds(),
                State = Waiting,
            }));
            try
            {
                // One transaction: a note that says something else by now, or that is there already, undoes all of it.
                await context.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || database.Dialect.MayRunAgain(exception))
            {
                return false;
            }
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookMessage>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation = default)
    {
        var due = now.ToUnixTimeMilliseconds();
        return ReadAsync(rows => rows.Where(row => row.State == Waiting && row.NextMilliseconds <= due)
            .OrderBy(row => row.NextMilliseconds).ThenBy(row => row.CreatedMilliseconds).ThenBy(row => row.Id).Take(most), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> HoldAsync(WebhookMessage message, DateTimeOffset until, CancellationToken cancellation = default)
    {
        var (before, after) = (message.Next.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        return await database.RunAsync(
            context => context.Set<WebhookMessageRow>()
                .Where(row => row.Id == message.Id && row.State == Waiting && row.NextMilliseconds == before)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.NextMilliseconds, after), cancellation), cancellation) > 0;
    }

    /// <inheritdoc/>
    public Task SaveAsync(WebhookMessage message, CancellationToken cancellation = default)
    {
        var (next, state) = (message.Next.ToUnixTimeMilliseconds(), Word(message.State));
        return database.RunAsync(
            context => context.Set<WebhookMessageRow>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.NextMilliseconds, next).SetProperty(row => row.Tries, message.Tries)
                    .SetProperty(row => row.State, state).SetProperty(row => row.Trouble, message.Trouble), cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookMessage>> MessagesAsync(Guid webhook, int most, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.Webhook == webhook).OrderByDescending(row => row.CreatedMilliseconds)
            .ThenByDescending(row => row.Id).Take(most), cancellation);

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var oldest = before.ToUnixTimeMilliseconds();
        return database.RunAsync(context => context.Set<WebhookMessageRow>()
            .Where(row => row.State != Waiting && row.CreatedMilliseconds < oldest).ExecuteDeleteAsync(cancellation), cancellation);
    }

    private Task<IReadOnlyList<WebhookMessage>> ReadAsync(Func<IQueryable<WebhookMessageRow>, IQueryable<WebhookMessageRow>> wanted,
        CancellationToken cancellation) => database.RunAsync(async Task<IReadOnlyList<WebhookMessage>> (context) =>
        [.. (await wanted(context.Set<WebhookMessageRow>().AsNoTracking()).ToListAsync(cancellation)).Select(Read)], cancellation);

    private static Webhook Read(WebhookRow row) => new(
        row.Id, row.Address, row.Events.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Secret, row.Person,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds));

    private static WebhookMessage Read(WebhookMessageRow row) => new(
        row.Id, row.Webhook, row.Event, row.Body, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds),
        DateTimeOffset.FromUnixTimeMilliseconds(row.NextMilliseconds))
    {
        Tries = row.Tries, Trouble = row.Trouble,
        State = row.State switch { Waiting => WebhookState.Waiting, Delivered => WebhookState.Delivered, _ => WebhookState.GivenUp },
    };

    private static string Word(WebhookState state) => state switch
    {
        WebhookState.Waiting => Waiting,
        WebhookState.Delivered => Delivered,
        WebhookState.GivenUp => GivenUp,
    };
}
