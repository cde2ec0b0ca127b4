using FashionRecs.Application.Jobs;
using FashionRecs.Application.Webhooks;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Webhooks;

public abstract class WebhookStoreTests(TestDatabase database) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Tell_TwoProcessesOfTheSameThing_TellsItOnce()
    {
        using var one = database.Open();
        using var other = database.Open();
        var webhook = await MakeAsync(one.Get<IWebhookStore>());

        Assert.True(await TellAsync(one.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", null, "a")));
        Assert.False(await TellAsync(other.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", null, "a")));
        Assert.True(await TellAsync(other.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", "a", "b")));
        Assert.False(await TellAsync(one.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", "a", "b"),
            new WebhookMark("product p2", null, "x")));

        Assert.Equal(2, (await one.Get<IWebhookStore>().MessagesAsync(webhook.Id, 10)).Count);
        Assert.Equal([KeyValuePair.Create("product p1", "b")],
            await one.Get<IWebhookStore>().MarksAsync(["product p1", "product p2"]));
    }

    [Fact]
    public async Task Hold_TwoProcesses_OneOfThemSends()
    {
        using var one = database.Open();
        using var other = database.Open();
        var webhook = await MakeAsync(one.Get<IWebhookStore>());
        await TellAsync(one.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", null, "a"));
        var message = Assert.Single(await other.Get<IWebhookStore>().DueAsync(webhook.Id, Start, 10));

        Assert.True(await one.Get<IWebhookStore>().HoldAsync(message, Start.AddMinutes(1)));
        Assert.False(await other.Get<IWebhookStore>().HoldAsync(message, Start.AddMinutes(1)));
        Assert.Empty(await other.Get<IWebhookStore>().DueAsync(webhook.Id, Start, 10));
        Assert.Single(await other.Get<IWebhookStore>().DueAsync(webhook.Id, Start.AddMinutes(1), 10));
    }

    [Fact]
    public async Task Save_WhatBecameOfAMessage_ComesBackWholeAfterARestart()
    {
        var store = database.Open();
        var webhook = await MakeAsync(store.Get<IWebhookStore>());
        await TellAsync(store.Get<IWebhookStore>(), webhook, new WebhookMark("product p1", null, "a"));
        var message = Assert.Single(await store.Get<IWebhookStore>().DueAsync(webhook.Id, Start, 10));
        var failed = message with { Tries = 3, State = WebhookState.GivenUp, Trouble = "The server answered 503." };
        await store.Get<IWebhookStore>().SaveAsync(failed);
        store.Dispose();

        using var restarted = database.Open();

        Assert.Equal(failed, Assert.Single(await restarted.Get<IWebhookStore>().MessagesAsync(webhook.Id, 10)));
        Assert.Equal(webhook.Events, (await restarted.Get<IWebhookStore>().TryFindAsync(webhook.Id))!.Events);
        Assert.Empty(await restarted.Get<IWebhookStore>().DueAsync(webhook.Id, Start.AddYears(1), 10));
        Assert.Equal(0, await restarted.Get<IWebhookStore>().ForgetAsync(Start));
        Assert.Equal(1, await restarted.Get<IWebhookStore>().ForgetAsync(Start.AddSeconds(1)));
    }

    [Fact]
    public async Task Pause_AWebhook_HasNothingDueUntilItGoesOn()
    {
        using var shop = database.Open();
        var store = shop.Get<IWebhookStore>();
        var webhook = await MakeAsync(store);
        await TellAsync(store, webhook, new WebhookMark("product p1", null, "a"));

        Assert.True(await store.PauseAsync(webhook.Id, true));
        Assert.Empty(await store.DueAsync(Start));
        Assert.Empty(await store.DueAsync(webhook.Id, Start, 10));
        Assert.True(await store.PauseAsync(webhook.Id, false));

        Assert.Equal([webhook.Id], await store.DueAsync(Start));
        Assert.Equal(1, await shop.Get<IJobStore>().CountAsync(WebhookJobs.Delivery));
    }

    [Fact]
    public async Task SendAgain_AMessageThatWasGivenUp_IsDueAndOthersAreNot()
    {
        using var shop = database.Open();
        var store = shop.Get<IWebhookStore>();
        var webhook = await MakeAsync(store);
        await TellAsync(store, webhook, new WebhookMark("product p1", null, "a"));
        var message = Assert.Single(await store.DueAsync(webhook.Id, Start, 10));

        Assert.False(await store.SendAgainAsync(webhook.Id, message.Id, Start));
        await store.SaveAsync(message with { Tries = 9, State = WebhookState.GivenUp, Trouble = "The server answered 503." });
        Assert.False(await store.SendAgainAsync(Guid.NewGuid(), message.Id, Start));
        Assert.True(await store.SendAgainAsync(webhook.Id, message.Id, Start.AddDays(1)));

        Assert.Equal(0, Assert.Single(await store.DueAsync(webhook.Id, Start.AddDays(1), 10)).Tries);
    }

    [Fact]
    public async Task Delete_TheLastWebhook_ForgetsItsMessagesAndWhatWasTold()
    {
        using var shop = database.Open();
        var store = shop.Get<IWebhookStore>();
        var (webhook, other) = (await MakeAsync(store), await MakeAsync(store));
        await TellAsync(store, webhook, new WebhookMark("product p1", null, "a"));

        Assert.True(await store.DeleteAsync(webhook.Id));
        Assert.Empty(await store.MessagesAsync(webhook.Id, 10));
        Assert.Single(await store.MarksAsync(["product p1"]));
        Assert.True(await store.DeleteAsync(other.Id));
        Assert.Empty(await store.MarksAsync(["product p1"]));
        Assert.False(await store.DeleteAsync(other.Id));
    }

    private static async Task<Webhook> MakeAsync(IWebhookStore store)
    {
        var webhook = new Webhook(Guid.NewGuid(), "https://shop.example/told", [WebhookEvents.ProductRead, WebhookEvents.ExperimentAlarm],
            "secret", "ada", Start);
        await store.AddAsync(webhook);
        return webhook;
    }

    private static Task<bool> TellAsync(IWebhookStore store, Webhook webhook, params WebhookMark[] marks) =>
        store.TellAsync(marks, [WebhookMessage.New(webhook.Id, WebhookEvents.ProductRead, "{}", Start)]);
}
