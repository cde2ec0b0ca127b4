using FashionRecs.Application.Jobs;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Review.Export;

public sealed class ExportJobTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;
    private int written;

    public ExportJobTests() => shop = new TestShop(time: time);

    public void Dispose() => shop.Dispose();

    private ExportShelf Shelf => shop.Get<ExportShelf>();
    private ExportJob Kind => new(Shelf, shop.Get<ReviewQueue>(), shop.Get<AttributeVocabulary>(), new ExportOptions(), time);

    [Fact]
    public async Task Run_FilteredByValue_WritesThoseProductsAndTellsHowFarItIs()
    {
        await shop.AddAsync("v1", TestShop.Value("neckline_design", "V Neckline"));
        await shop.AddAsync("v2", TestShop.Value("neckline_design", "V Neckline"));
        await shop.AddAsync("r", TestShop.Value("neckline_design", "Round Neckline"));
        var request = await AskAsync("Ada",
            new ReviewFilter { Value = TestShop.Value("neckline_design", "V Neckline"), State = ReviewState.All });
        Assert.False(await Shelf.IsWrittenAsync(request.Id));

        await Kind.RunAsync(request.Id.ToString(), (done, total) => written = done * 10 + total, default);

        var lines = await File.ReadAllLinesAsync((await Shelf.TryOpenAsync(request.Id))!);
        Assert.Equal(["product", "v1", "v2"], lines.Select(line => line.Split(',')[0]).Order());
        Assert.Equal(22, written);
        Assert.Equal(request.Id, Assert.Single(await Shelf.OfAsync("Ada")).Id);
        Assert.Empty(await Shelf.OfAsync("Grace"));
    }

    [Fact]
    public async Task Look_OlderThanItIsKept_RemovesFileAndRequest()
    {
        var old = await AskAsync("Ada", new ReviewFilter { State = ReviewState.All });
        await Kind.RunAsync(old.Id.ToString(), (_, _) => { }, default);
        time.Advance(TimeSpan.FromDays(6));
        var newer = await AskAsync("Ada", new ReviewFilter());
        await Kind.LookAsync(default);
        Assert.True(await Shelf.IsWrittenAsync(old.Id));

        time.Advance(TimeSpan.FromDays(1.1));
        await Kind.LookAsync(default);

        Assert.False(await Shelf.IsWrittenAsync(old.Id));
        Assert.Equal(newer.Id, Assert.Single(await Shelf.OfAsync("Ada")).Id);
        await Assert.ThrowsAsync<InvalidDataException>(() => Kind.RunAsync(old.Id.ToString(), (_, _) => { }, default));
    }

    [Fact]
    public async Task Run_VocabularyNoLongerHasTheValue_IsGivenUpWithASentence()
    {
        var request = new ExportRequest(Guid.NewGuid(), "Ada", time.GetUtcNow(), 1, new ExportShape("csv", true, []),
            new KeptFilter(null, "Gone", "neckline_design", new ReviewFilter()));
        await Shelf.AskAsync(request);

        var gone = await Assert.ThrowsAsync<InvalidDataException>(() => Kind.RunAsync(request.Id.ToString(), (_, _) => { }, default));

        Assert.Contains("“Gone”", gone.Message);
    }

    private async Task<ExportRequest> AskAsync(string person, ReviewFilter filter)
    {
        var request = new ExportRequest(Guid.NewGuid(), person, time.GetUtcNow(), 2, new ExportShape("csv", true, ["product"]),
            KeptFilter.Of(filter));
        await Shelf.AskAsync(request);
        return request;
    }
}
