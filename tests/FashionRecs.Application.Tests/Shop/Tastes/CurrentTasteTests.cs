using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Shop.Tastes;

public sealed class CurrentTasteTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;

    public CurrentTasteTests() => shop = new TestShop(time: time);

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(10, false)] // some hundredths of an average product that is drawn to a hundred empty ones
    public async Task GetAsync_AMinuteAfterProductsCame_LearnsAnewWhereTheAverageProductMoved(int products, bool isSame)
    {
        await shop.AddAsync("first", TestShop.Value("neckline_design", "V Neckline"));
        var before = (await LearnerAsync(), await LearnerAsync());
        Assert.Same(before.Item1, before.Item2);

        for (var product = 0; product < products; product++)
        {
            await shop.AddAsync($"p{product}", TestShop.Value("sleeve_length", "Long Sleeves"));
        }

        Assert.Same(before.Item1, await LearnerAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(isSame, ReferenceEquals(before.Item1, await LearnerAsync()));
    }

    private async Task<object> LearnerAsync() => (await shop.Get<CurrentTaste>().GetAsync()).Learner;
}
