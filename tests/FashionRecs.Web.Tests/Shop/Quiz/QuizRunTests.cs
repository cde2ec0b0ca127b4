using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Quiz;

namespace FashionRecs.Web.Tests.Shop.Quiz;

public sealed class QuizRunTests : IDisposable
{
    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();
    private readonly Guid run = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Read_AnswersOfThisRun_CountAndOthersDoNot()
    {
        await AnswerAsync("a", run);
        await AnswerAsync("b", Guid.NewGuid());

        var read = await ReadAsync(QuizRun.Start(run));

        Assert.Equal("a", Assert.Single(read.Answers).ProductId);
        Assert.Equal(1, read.Done);
    }

    [Fact]
    public async Task Skip_ThenTakenBack_IsTheAddressBefore()
    {
        var read = await ReadAsync(QuizRun.Start(run));

        var skipped = await ReadAsync(read.Skip("odd/id.with&marks"));

        Assert.True(skipped.EndsWithSkip);
        Assert.Equal("odd/id.with&marks", Assert.Single(skipped.Skipped).Product);
        Assert.Equal(QuizRun.Start(run), skipped.TakeBackSkip());
    }

    [Fact]
    public async Task EndsWithSkip_AnswerAfterTheSkip_IsTheAnswersTurn()
    {
        var skip = (await ReadAsync(QuizRun.Start(run))).Skip("b");
        await AnswerAsync("a", run);

        Assert.False((await ReadAsync(skip)).EndsWithSkip);
    }

    [Theory]
    [InlineData("/quiz")]
    [InlineData("/quiz?run=nonsense")]
    public async Task Read_AddressWithoutARun_IsNone(string address) =>
        Assert.Null(QuizRun.Read(new Uri("http://shop" + address), await shop.Shop.ShopperAsync(shopper)));

    [Fact]
    public async Task Read_MangledSkips_AreIgnored() =>
        Assert.Empty((await ReadAsync(QuizRun.Start(run) + "&skip=x.y&skip=&skip=3")).Skipped);

    private async Task AnswerAsync(string product, Guid list)
    {
        await shop.AddAsync(product, TestShop.Value("neckline_design", "V Neckline"));
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, product, Impression: list));
    }

    private async Task<QuizRun> ReadAsync(string address) =>
        QuizRun.Read(new Uri("http://shop" + address), await shop.Shop.ShopperAsync(shopper))!;
}
