using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Quality;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Review.Quality;

public sealed class TestItemQueueTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");

    // A Friday.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;

    public TestItemQueueTests() => shop = new(time: time);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Find_KnownItems_StandInOthersQueuesAsIfNobodyHadSpoken()
    {
        await FillAsync();
        Assert.DoesNotContain(await QueueAsync("Eve"), entry => IsKnown(entry.Place.Item.Product.Id));

        await shop.Get<ISettingStore>().SetAsync(SettingNumbers.TestItemShare, "0.25");

        var queue = await QueueAsync("Eve");
        var tests = queue.Where(entry => IsKnown(entry.Place.Item.Product.Id)).ToArray();
        Assert.InRange(tests.Length, 3, 13);
        Assert.All(tests, entry =>
        {
            Assert.Empty(entry.Annotations);
            Assert.Empty(entry.Decisions);
            Assert.DoesNotContain(entry.Place.Reasons,
                reason => reason.Kind is ReviewReasonKind.SecondAnnotation or ReviewReasonKind.Disagreement);
        });
        Assert.DoesNotContain(await QueueAsync("Ada"), entry => IsKnown(entry.Place.Item.Product.Id));
        // What acts on products goes by what is in effect.
        Assert.DoesNotContain(await shop.Get<ReviewQueue>().FindInEffectAsync(new() { Attribute = Round.Attribute }, "Eve"),
            entry => IsKnown(entry.Place.Item.Product.Id));
    }

    [Fact]
    public async Task Scores_AnswersToTests_CarryNAndInterval()
    {
        await FillAsync();
        await shop.Get<ISettingStore>().SetAsync(SettingNumbers.TestItemShare, "0.25");
        string[] tests = [.. (await QueueAsync("Eve")).Select(entry => entry.Place.Item.Product.Id).Where(IsKnown)];

        await SayAsync("Eve", tests[0], Round); // The others said V.
        foreach (var test in tests.Skip(1))
        {
            await SayAsync("Eve", test, VNeck);
        }

        var scores = (await shop.Get<ReviewQuality>().ScoresAsync()).ToDictionary(score => score.Reviewer);
        Assert.Equal((tests.Length, (tests.Length - 1.0) / tests.Length), (scores["Eve"].Tests, scores["Eve"].Right.Share));
        Assert.True(scores["Eve"].Right.Low < scores["Eve"].Right.Share && scores["Eve"].Right.High <= 1);
        Assert.Equal(1, Math.Round(scores["Eve"].Overruled.Share * scores["Eve"].Shared));
        Assert.Equal((0, 50), (scores["Ada"].Tests, scores["Ada"].Shared));
        Assert.DoesNotContain(await QueueAsync("Eve"), entry => IsKnown(entry.Place.Item.Product.Id));
    }

    [Fact]
    public async Task Weeks_WordsOfTwoWeeks_AreCountedWhereTheyWereSaid()
    {
        await shop.AddAsync("p", Round);
        await shop.AddAsync("q", Round);
        await SayAsync("Ada", "p", VNeck); // Overrules the network.
        time.Advance(TimeSpan.FromDays(3)); // To Monday.
        await SayAsync("Bob", "p", VNeck);
        await SayAsync("Bob", "q", Round);

        var weeks = await shop.Get<ReviewQuality>().WeeksAsync(null);

        Assert.Equal([new DateOnly(2026, 5, 4), new DateOnly(2026, 4, 27)], weeks.Select(week => week.Monday));
        Assert.Equal((2, 1, 1.0), (weeks[0].Words, weeks[0].Shared, weeks[0].Agreement.Share));
        Assert.Equal((2, 0.5), (weeks[0].Read, weeks[0].Overruled.Share));
        Assert.Equal((1, 1, 1.0), (weeks[1].Words, weeks[1].Read, weeks[1].Overruled.Share));
        Assert.Equal(2, weeks[0].Work.Products);
        Assert.Equal(new DateOnly(2026, 4, 27), Assert.Single(await shop.Get<ReviewQuality>().WeeksAsync("Ada")).Monday);
    }

    [Fact]
    public async Task Find_TeachesMostFirst_IsLeastSureFirstAndWhatTwoDifferOnBeforeThat()
    {
        await shop.AddAsync(new FakeProjector(Round), "agreed");
        await shop.AddAsync(new FakeProjector(Round), "conflict");
        await shop.AddAsync(new FakeProjector(Round), "open");
        foreach (var who in new[] { "Ada", "Bob" })
        {
            await SayAsync(who, "agreed", Round);
            await SayAsync(who, "conflict", who == "Ada" ? Round : VNeck);
        }

        var found = await shop.Get<ReviewQueue>().FindAsync(
            new() { Attribute = Round.Attribute, Order = ReviewOrder.Teaching }, "Eve");

        Assert.Equal(["conflict", "open"], found.Select(entry => entry.Place.Item.Product.Id));
    }

    private static bool IsKnown(string product) => product.StartsWith("known", StringComparison.Ordinal);

    private Task<IReadOnlyList<QueueEntry>> QueueAsync(string reviewer) =>
        shop.Get<ReviewQueue>().FindAsync(new() { Attribute = Round.Attribute }, reviewer);

    /// <summary>Fifty products on which Ada and Bob agree, a hundred that nobody has looked at.</summary>
    private async Task FillAsync()
    {
        for (var number = 0; number < 150; number++)
        {
            var id = number < 50 ? $"known{number}" : $"open{number}";
            await shop.AddAsync(id, Round);
            if (number < 50)
            {
                await SayAsync("Ada", id, VNeck);
                await SayAsync("Bob", id, VNeck);
            }
        }
    }

    private Task SayAsync(string who, string product, AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(
        new ReviewAct(Guid.NewGuid(), who, ReviewActKind.Say, "", [new ReviewChange(product, value.Attribute, TagMarks.Choose(value))]));
}
