using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shoppers;
using FashionRecs.Experiments.Lab;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Research;

public abstract class ParticipantStoreTests(TestDatabase database) : IDisposable
{
    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Save_OnTwoDevicesAtOnce_TheSecondChangesNothing()
    {
        using var shop = database.Open();
        var store = shop.Get<IParticipantStore>();
        await store.AddAsync("why", 2);
        var (participant, revision) = (await store.FindAsync("why", 2))!.Value;

        Assert.True(await store.SaveAsync("why",
            participant with { Place = 0, Step = 1, Answers = [new(1, "a", 4), new(1, "b", null)] }, revision));
        Assert.False(await store.SaveAsync("why", participant with { Place = 1, Step = 1 }, revision));

        using var restarted = database.Open();
        var read = (await restarted.Get<IParticipantStore>().AllAsync("why"))[1];
        Assert.Equal((2, 0, 1), (read.Number, read.Place, read.Step));
        Assert.Equal([new LabAnswer(1, "a", 4), new LabAnswer(1, "b", null)], read.Answers);
        Assert.Equal(read.Unit, (await store.OfUnitAsync(read.Unit))!.Unit);
    }

    [Fact]
    public async Task Save_APlaceThatSomebodyHas_IsRefused()
    {
        using var shop = database.Open();
        var store = shop.Get<IParticipantStore>();
        await store.AddAsync("why", 2);
        await store.AddAsync("why", 1);
        var (first, last) = ((await store.FindAsync("why", 1))!.Value, (await store.FindAsync("why", 3))!.Value);

        Assert.Equal(0, await store.NextPlaceAsync("why"));
        Assert.True(await store.SaveAsync("why", first.Participant with { Place = 0 }, first.Revision));
        Assert.False(await store.SaveAsync("why", last.Participant with { Place = 0 }, last.Revision));
        Assert.Equal(1, await store.NextPlaceAsync("why"));
    }

    [Fact]
    public async Task Delete_Participant_KeepsThatTheyWithdrewAndTheirPlace()
    {
        using var shop = database.Open();
        var store = shop.Get<IParticipantStore>();
        await store.AddAsync("why", 1);
        var (participant, revision) = (await store.FindAsync("why", 1))!.Value;
        await store.SaveAsync("why", participant with { Place = 0, Step = 2, Answers = [new(1, "a", 4)], Comment = "mine" }, revision);

        Assert.True(await shop.Get<IShopperStore>().DeleteAsync(participant.Unit));

        var kept = Assert.Single(await store.AllAsync("why"));
        Assert.True(kept is { Withdrew: true, Place: 0, Answers: [], Comment: "" } && kept.Unit == Guid.Empty);
        Assert.Null(await store.OfUnitAsync(participant.Unit));
        Assert.Equal(1, await store.NextPlaceAsync("why"));
    }
}
