using FashionRecs.Application.Webhooks;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Webhooks;

/// <inheritdoc/>
internal sealed class WebhookStore(ShopDatabase database, JobQueue queue) : IWebhookStore
{
    private const string Waiting = WebhookRowText.Waiting;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> AllAsync(CancellationToken cancellation = default) => database.RunAsync(
        async Task<IReadOnlyList<Webhook>> (context) =>
        [
            .. (await context.Set<WebhookRow>().AsNoTracking().OrderBy(row => row.CreatedMilliseconds).ThenBy(row => row.Id)
                .ToListAsync(cancellation)).Select(WebhookRowText.Read),
        ], cancellation);

    /// <inheritdoc/>
    public Task<Webhook?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.Set<WebhookRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? WebhookRowText.Read(row) : null, cancellation);

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
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
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
                foreach (var webhook in messages.Select(message => message.Webhook).Distinct().Order())
                {
                    await queue.AskAsync(context, WebhookJobs.Deliver(webhook), anew: true, cancellation);
                }

                await transaction.CommitAsync(cancellation);
                return true;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || database.Dialect.MayRunAgain(exception))
            {
                return false;
            }
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var due = now.ToUnixTimeMilliseconds();
        return database.RunAsync(async Task<IReadOnlyList<Guid>> (context) => await WaitingOf(context)
            .Where(row => row.NextMilliseconds <= due).Select(row => row.Webhook).Distinct().ToListAsync(cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookMessage>> DueAsync(Guid webhook, DateTimeOffset now, int most,
        CancellationToken cancellation = default)
    {
        var due = now.ToUnixTimeMilliseconds();
        return ReadAsync(context => WaitingOf(context).Where(row => row.Webhook == webhook && row.NextMilliseconds <= due)
            .OrderBy(row => row.NextMilliseconds).ThenBy(row => row.CreatedMilliseconds).ThenBy(row => row.Id).Take(most), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> PauseAsync(Guid id, bool paused, CancellationToken cancellation = default) => AskAfterAsync(id,
        context => context.Set<WebhookRow>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Paused, paused), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<bool> SendAgainAsync(Guid webhook, string message, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var due = now.ToUnixTimeMilliseconds();
        return AskAfterAsync(webhook, context => context.Set<WebhookMessageRow>()
            .Where(row => row.Id == message && row.Webhook == webhook && row.State == WebhookRowText.GivenUp)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, Waiting).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.NextMilliseconds, due), cancellation), cancellation);
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
        var (next, state) = (message.Next.ToUnixTimeMilliseconds(), WebhookRowText.Word(message.State));
        return database.RunAsync(
            context => context.Set<WebhookMessageRow>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.NextMilliseconds, next).SetProperty(row => row.Tries, message.Tries)
                    .SetProperty(row => row.State, state).SetProperty(row => row.Trouble, message.Trouble), cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookMessage>> MessagesAsync(Guid webhook, int most, CancellationToken cancellation = default) =>
        ReadAsync(context => context.Set<WebhookMessageRow>().Where(row => row.Webhook == webhook)
            .OrderByDescending(row => row.CreatedMilliseconds).ThenByDescending(row => row.Id).Take(most), cancellation);

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var oldest = before.ToUnixTimeMilliseconds();
        return database.RunAsync(context => context.Set<WebhookMessageRow>()
            .Where(row => row.CreatedMilliseconds < oldest).ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>Changes something and asks for what waits to be sent, both or neither; returns whether anything was changed.</summary>
    private Task<bool> AskAfterAsync(Guid webhook, Func<FashionRecsContext, Task<int>> change, CancellationToken cancellation) =>
        database.RunAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (await change(context) == 0)
            {
                return false;
            }

            await queue.AskAsync(context, WebhookJobs.Deliver(webhook), anew: true, cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }, cancellation);

    private static IQueryable<WebhookMessageRow> WaitingOf(FashionRecsContext context) => context.Set<WebhookMessageRow>().Where(
        row => row.State == Waiting && context.Set<WebhookRow>().Any(webhook => webhook.Id == row.Webhook && !webhook.Paused));

    private Task<IReadOnlyList<WebhookMessage>> ReadAsync(Func<FashionRecsContext, IQueryable<WebhookMessageRow>> wanted,
        CancellationToken cancellation) => database.RunAsync(async Task<IReadOnlyList<WebhookMessage>> (context) =>
        [.. (await wanted(context).AsNoTracking().ToListAsync(cancellation)).Select(WebhookRowText.Read)], cancellation);
}
