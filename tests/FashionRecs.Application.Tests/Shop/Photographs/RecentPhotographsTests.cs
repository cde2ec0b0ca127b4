using FashionRecs.Application.Shop.Photographs;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Shop.Photographs;

public class RecentPhotographsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void TryFind_AfterHalfAnHour_IsGone()
    {
        var recent = new RecentPhotographs(time);
        var photograph = Of(10);
        recent.Keep(photograph);

        time.Advance(RecentPhotographs.Kept - TimeSpan.FromSeconds(1));
        Assert.Same(photograph, recent.TryFind(photograph.Id));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(recent.TryFind(photograph.Id));
    }

    [Fact]
    public void Keep_MoreThanThereIsRoomFor_ForgetsTheOldest()
    {
        var recent = new RecentPhotographs(time);
        SeenPhotograph[] photographs = [.. Enumerable.Range(0, 5).Select(_ => Of(20 << 20))];
        Array.ForEach(photographs, recent.Keep);

        Assert.Equal([false, false, true, true, true], photographs.Select(one => recent.TryFind(one.Id) is not null));
    }

    [Fact]
    public void Remove_Kept_IsGoneAtOnceAndMayBeAskedTwice()
    {
        var recent = new RecentPhotographs(time);
        var photograph = Of(10);
        recent.Keep(photograph);

        recent.Remove(photograph.Id);
        recent.Remove(photograph.Id);

        Assert.Null(recent.TryFind(photograph.Id));
    }

    private static SeenPhotograph Of(int bytes) => new(Guid.NewGuid(), null, new byte[bytes], null);
}
