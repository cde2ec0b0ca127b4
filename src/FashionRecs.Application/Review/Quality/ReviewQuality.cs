using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Statistics;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Application.Review.Quality;

/// <summary>Measures how well people review, and how that changes from week to week. Safe to share between threads.</summary>
public sealed class ReviewQuality(WholeCatalog catalog, ReviewBookCache annotations, IReviewStore reviews, ISettingStore settings)
{
    /// <summary>Steps in which somebody looked.</summary>
    private static readonly ReviewActKind[] Looked =
        [ReviewActKind.Say, ReviewActKind.Accept, ReviewActKind.AcceptAll, ReviewActKind.Unsure, ReviewActKind.Grid];

    private volatile Known? latest;

    /// <summary>Everybody's answers to test items, and how often others decided against them; in the order of names.</summary>
    public async Task<IReadOnlyList<ReviewerScore>> ScoresAsync(CancellationToken cancellation = default)
    {
        var share = await settings.NumberAsync(SettingNumbers.TestItemShare, cancellation);
        var book = await annotations.GetAsync(cancellation);
        var tests = book.Products.Where(product => TestItem.IsIn(product, share)).SelectMany(product => book.Of(product).Values)
            .SelectMany(log => log.Select(annotation => annotation.Reviewer).Distinct(StringComparer.Ordinal)
                .Select(reviewer => (reviewer, answer: TestItem.Answer(log, reviewer))))
            .Where(one => one.answer is not null).ToLookup(one => one.reviewer, one => one.answer!.Value, StringComparer.Ordinal);
        var words = (await WordsAsync(cancellation)).Where(word => word.IsSettled)
            .ToLookup(word => word.Reviewer, StringComparer.Ordinal);
        return [.. book.Reviewers.Select(reviewer => new ReviewerScore(
            reviewer,
            tests[reviewer].Count(), ShareInterval.Of(tests[reviewer].Count(one => one.Said == one.Known), tests[reviewer].Count()),
            words[reviewer].Count(), ShareInterval.Of(words[reviewer].Count(word => !word.Agrees), words[reviewer].Count())))];
    }

    /// <summary>The weeks in which somebody reviewed, latest first.</summary>
    /// <param name="reviewer">Only this person; null for all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ReviewWeek>> WeeksAsync(string? reviewer, CancellationToken cancellation = default)
    {
        var words = (await WordsAsync(cancellation)).Where(word => reviewer is null || word.Reviewer == reviewer)
            .ToLookup(word => Monday(word.At));
        var steps = (await reviews.StepsAsync(Looked, cancellation)).Where(step => reviewer is null || step.Reviewer == reviewer)
            .ToLookup(step => Monday(step.At));
        return [.. words.Select(week => week.Key).Union(steps.Select(week => week.Key)).OrderDescending()
            .Select(monday => Week(monday, [.. words[monday]], [.. steps[monday]]))];
    }

    private static ReviewWeek Week(DateOnly monday, Word[] words, WorkStep[] steps)
    {
        var (shared, read) = (Array.FindAll(words, word => word.IsShared), Array.FindAll(words, word => word.Network is not null));
        var work = Throughput.Of(steps);
        return new ReviewWeek(
            monday, words.Length, shared.Length, ShareInterval.Of(shared.Count(word => word.Agrees), shared.Length),
            read.Length, ShareInterval.Of(read.Count(word => word.Network != word.Chosen), read.Length),
            new Throughput("", work.Sum(one => one.Acts), work.Sum(one => one.Annotations), work.Sum(one => one.Products),
                work.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Active)));
    }

    /// <summary>
    /// Everybody's latest word on each attribute after a look, with what people decided and what the network says; worked out once for what
    /// is known now, since a page asks twice.
    /// </summary>
    private async Task<IReadOnlyList<Word>> WordsAsync(CancellationToken cancellation)
    {
        var (shop, book) = (await catalog.GetAsync(cancellation), await annotations.GetAsync(cancellation));
        if (latest is { } kept && ReferenceEquals(kept.Shop, shop) && ReferenceEquals(kept.Book, book))
        {
            return kept.Words;
        }

        var words = new List<Word>();
        foreach (var product in book.Products)
        {
            foreach (var (attribute, log) in book.Of(product))
            {
                var decision = ConsensusRule.Decide(log);
                var network = shop.IndexOf(product) is >= 0 and var at ? Answer(shop.Items[at], attribute) : null;
                words.AddRange(log.Where(said => said.Chosen >= 0 && !said.IsUnseen)
                    .GroupBy(said => said.Reviewer, StringComparer.Ordinal).Select(group => group.Last())
                    .Select(said => new Word(said.Reviewer, said.At, said.Chosen, decision.People > 1,
                        decision.Status is ConsensusStatus.Agreed or ConsensusStatus.Majority, decision.Final?.Chosen == said.Chosen,
                        network)));
            }
        }

        latest = new Known(shop, book, words);
        return words;
    }

    private static int? Answer(CatalogItem item, GarmentAttribute attribute) =>
        item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == attribute) is { } own
            ? NetworkAnswer.Of(attribute, own.Probabilities).Position : null;

    private static DateOnly Monday(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private sealed record Known(object Shop, object Book, IReadOnlyList<Word> Words);

    /// <summary>One person's word.</summary>
    /// <param name="IsShared">Whether two or more people have looked.</param>
    /// <param name="IsSettled">Whether they agree, or most of them do: where two differ nothing is decided yet.</param>
    /// <param name="IsFinal">Whether this value is in effect.</param>
    private sealed record Word(
        string Reviewer, DateTimeOffset At, int Chosen, bool IsShared, bool IsSettled, bool IsFinal, int? Network)
    {
        public bool Agrees => IsSettled && IsFinal;
    }
}
