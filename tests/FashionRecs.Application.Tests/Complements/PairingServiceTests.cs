using FashionRecs.Application.Shop;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Complements;

public sealed class PairingServiceTests : IDisposable
{
    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    private PairingService Pairings => shop.Get<PairingService>();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Question_NothingChosenOrTakenBack_IsNone()
    {
        await FillAsync();
        Assert.Null(PairingQuestion.Of(await shop.Shop.ShopperAsync(shopper)));

        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "p01"));
        await shop.Shop.UndoAsync(shopper);
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Bag, "p02"));
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Dislike, "p02"));

        Assert.Null(PairingQuestion.Of(await shop.Shop.ShopperAsync(shopper)));
    }

    [Fact]
    public async Task Newest_SameQuestion_IsKnownAtOnceFromThenOn()
    {
        await FillAsync();
        var question = PairingQuestion.About("p01");
        Assert.Null(Pairings.Known(question));

        var newest = await Pairings.NewestAsync(question);

        Assert.Same(newest, Pairings.Known(PairingQuestion.About("p01")));
        Assert.Same(newest, await Pairings.NewestAsync(question));
    }

    [Fact]
    public async Task Newest_EmptyShop_IsNothing() => Assert.Empty(await Pairings.NewestAsync(PairingQuestion.About("p01")));

    [Fact]
    public async Task Newest_OthersChoose_CountsThemSoon()
    {
        await FillAsync();
        Assert.DoesNotContain("popularity", await TermsAsync("p07"));

        foreach (var other in Others(6))
        {
            await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "p01", other));
            await shop.Shop.RecordAsync(Act(PreferenceSignal.Bag, "p07", other));
        }

        Assert.Contains("popularity", await UntilAsync(() => TermsAsync("p07"), terms => terms.Contains("popularity")));
        Assert.Equal("p07", (await Pairings.NewestAsync(PairingQuestion.About("p01")))[0].Item.Product.Id);
    }

    [Fact]
    public async Task Delete_Shopper_TakesTheirChoicesOutOfTheEvidence()
    {
        await FillAsync();
        var others = Others(6).ToArray();
        foreach (var other in others)
        {
            await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "p07", other));
        }

        Assert.Equal("6 shoppers chose it", await ReasonAsync());
        await shop.Shop.DeleteAsync(others[0]);

        // At once, not with the next learning: nothing of a deleted shopper may go on being counted.
        Assert.Equal("5 shoppers chose it", await ReasonAsync());
        Assert.Null(Pairings.Known(PairingQuestion.About("p02")));

        async Task<string?> ReasonAsync() =>
            (await Pairings.NewestAsync(PairingQuestion.About("p01"))).Single(pairing => pairing.Item.Product.Id == "p07")
                .Explanation.Beside.FirstOrDefault()?.Reason?.Words;
    }

    [Fact]
    public async Task Choices_UndoneAndOtherSignals_AreNone()
    {
        await FillAsync();
        var taken = Act(PreferenceSignal.Like, "p03");
        foreach (var seen in new[] { Act(PreferenceSignal.Like, "p01"), Act(PreferenceSignal.Bag, "p02"), taken,
            Act(PreferenceSignal.View, "p04"), Act(PreferenceSignal.Hide, "p05") })
        {
            await shop.Shop.RecordAsync(seen);
        }

        var before = await shop.Get<IChoiceLog>().StampAsync();
        await shop.Shop.UndoAsync(shopper, taken.Id);

        Assert.Equal(["p01", "p02"], (await shop.Get<IChoiceLog>().AllAsync()).Select(entry => entry.Choice.Product));
        Assert.NotEqual(before, await shop.Get<IChoiceLog>().StampAsync());
    }

    [Fact]
    public async Task Home_Choices_RankByTheOneSumThatTheCardsExplain()
    {
        await FillAsync();
        foreach (var (other, number) in Others(12).Select((other, number) => (other, number)))
        {
            foreach (var product in number < 6 ? (string[])["p01", "p08", "p10", "p12", "p14", "p16"] : ["p20", "p21", "p22", "p23", "p24"])
            {
                await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, product, other));
            }
        }

        foreach (var id in new[] { "p01", "p02", "p03" })
        {
            await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, id));
        }

        var now = await shop.Shop.OpenAsync(shopper);
        var cards = now.Recommend(8, choice: RankingChoice.ByScoreAlone);

        Assert.Contains(cards, card => card.Explanation.Evidence.Count > 0);
        Assert.All(cards, card => Assert.Equal(card.Explanation.Contributions.Sum(part => part.Effect), card.Explanation.Score, 1e-4));
        Assert.All(cards, card => Assert.Equal(now.Score(card.Item), card.Explanation.Score, 1e-4));
        Assert.Equal(cards.OrderByDescending(card => card.Explanation.Score).Select(card => card.Item), cards.Select(card => card.Item));
        Assert.Equal(now.Browse(new CatalogQuery { Take = 40 }).Items.Where(item => !now.Shopper.Chose(item.Product.Id)).Take(8)
            .Select(item => item.Product.Id),
            cards.Select(card => card.Item.Product.Id));
    }

    [Fact]
    public async Task Home_EvidenceOfWhatWasTakenBack_IsNamedNoMore()
    {
        await FillAsync();
        foreach (var (other, number) in Others(12).Select((other, number) => (other, number)))
        {
            foreach (var product in number < 6 ? (string[])["p01", "p08", "p10", "p12", "p14", "p16"] : ["p20", "p21", "p22", "p23", "p24"])
            {
                await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, product, other));
            }
        }

        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "p01"));
        await NewestAsync();
        Assert.Contains(await NamedAsync(), name => name == "p01");
        await shop.Shop.UndoAsync(shopper);
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "p02"));

        Assert.DoesNotContain(await NamedAsync(), name => name == "p01");
    }

    private async Task<string[]> NamedAsync() =>
        [.. (await shop.Shop.OpenAsync(shopper)).Home().SelectMany(shelf => shelf.Cards).SelectMany(card => card.Explanation.Evidence)
            .Select(part => part.Reason?.Chosen?.Product.Id).OfType<string>()];

    private async Task<IReadOnlyList<Pairing>> NewestAsync() =>
        await Pairings.NewestAsync(PairingQuestion.Of(await shop.Shop.ShopperAsync(shopper))!);

    private async Task<IReadOnlyList<string>> TermsAsync(string product) =>
        [.. (await Pairings.NewestAsync(PairingQuestion.About("p01"))).Where(pairing => pairing.Item.Product.Id == product)
            .SelectMany(pairing => pairing.Explanation.Evidence).SelectMany(contribution => contribution.Parts).Select(part => part.Term)];

    private static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        for (var look = 0; look < 300; look++)
        {
            if (await read() is var value && wanted(value))
            {
                return value;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return await read();
    }

    private ShopperEvent Act(PreferenceSignal signal, string product, Guid? who = null) =>
        new(Guid.NewGuid(), who ?? shopper, signal, product);

    private static IEnumerable<Guid> Others(int count) => Enumerable.Range(1, count).Select(number => new Guid(number, 0, 0, new byte[8]));

    private async Task FillAsync()
    {
        var (vneck, round) = (TestShop.Value("neckline_design", "V Neckline"), TestShop.Value("neckline_design", "Round Neckline"));
        for (var number = 0; number < 30; number++)
        {
            await shop.AddAsync($"p{number:00}", number % 2 == 0 ? vneck : round);
        }
    }
}
