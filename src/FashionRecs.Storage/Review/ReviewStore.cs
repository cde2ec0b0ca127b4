using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Journal;
using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>
/// What people say of products' tags. Acts and opinions are appended, never changed; undoing appends an act too. The tags in effect follow
/// in the same transaction, so that the shop's ranking and reasons change with the next request. Safe to share between threads.
/// </summary>
public sealed class ReviewStore(ShopDatabase database, CatalogStore catalog, AttributeVocabulary vocabulary, TimeProvider time)
{
    /// <summary>Acts looked back on for undo; far more than a person does in a session.</summary>
    private const int JournalLength = 5000;

    private readonly FinalTagWriter finals = new(vocabulary, time);

    /// <summary>Records an act.</summary>
    /// <exception cref="InvalidDataException">The shop has no such product.</exception>
    public Task<ReviewOutcome> SayAsync(ReviewAct act, CancellationToken cancellation = default) => catalog.ChangeAsync(async (context, revision) =>
    {
        if (await context.ReviewActs.AnyAsync(row => row.Id == act.Id, cancellation))
        {
            return new ReviewOutcome(false, []);
        }

        string[] products = [.. act.Changes.Select(change => change.Product).Distinct(StringComparer.Ordinal)];
        if (products.Length == 1 && !await context.Products.AnyAsync(row => row.Id == products[0], cancellation))
        {
            throw new InvalidDataException($"The shop has no product '{products[0]}'.");
        }

        var meanwhile = act.Seen is { } seen ? await MeanwhileAsync(context, products, act.Reviewer, seen, cancellation) : [];
        var now = time.GetUtcNow();
        context.ReviewActs.Add(Row(act.Id, act.Reviewer, act.Kind, act.Summary, null, act.Changes.Count));
        context.ReviewedTags.AddRange(act.Changes.Select(change => ReviewedTagText.Write(act, change, now)));
        await context.SaveChangesAsync(cancellation);
        await finals.DecideAsync(context, revision, act.Changes.Select(change => (change.Product, change.Attribute.Code)).ToHashSet(), act.Id, cancellation);
        return new ReviewOutcome(true, meanwhile);
    }, cancellation);

    /// <summary>Takes back a person's last act, or a named one of theirs; null where there is nothing to take back.</summary>
    public Task<MovedAct?> UndoAsync(string reviewer, Guid? act = null, CancellationToken cancellation = default) =>
        MoveAsync(reviewer, ReviewActKind.Undo, act, cancellation);

    /// <summary>Does again what was taken back last; null where there is nothing.</summary>
    public Task<MovedAct?> RedoAsync(string reviewer, CancellationToken cancellation = default) => MoveAsync(reviewer, ReviewActKind.Redo, null, cancellation);

    /// <summary>What undo and redo would do for a person, in words; null where nothing is left.</summary>
    public Task<(string? Undo, string? Redo)> NextMovesAsync(string reviewer, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var journal = await JournalAsync(context, reviewer, cancellation);
        var stack = UndoStack.Of(journal.Select(Step));
        string? Words(Guid? id) => journal.FirstOrDefault(row => row.Id == id)?.Summary;
        return (Words(stack.NextUndo), Words(stack.NextRedo));
    }, cancellation);

    /// <summary>Brings back an earlier state of a tag, as a word that ends what was said since.</summary>
    /// <param name="reviewer">Who.</param>
    /// <param name="final">Sequence of the state in the product's history.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="InvalidDataException">There is no such state.</exception>
    public async Task RestoreAsync(string reviewer, long final, CancellationToken cancellation = default)
    {
        var row = await database.RunAsync(context => context.FinalTags.AsNoTracking().SingleOrDefaultAsync(tag => tag.Sequence == final, cancellation), cancellation)
            ?? throw new InvalidDataException("There is no such earlier state.");
        var attribute = vocabulary.TryFind(row.Attribute) ?? throw new InvalidDataException($"The vocabulary no longer has the attribute '{row.Attribute}'.");
        var marks = TagMarks.TryRead(row.Marks, attribute);
        var what = marks is null ? "the network's word" : attribute.Values[TagMarks.Chosen(marks)].English;
        await SayAsync(new ReviewAct(
            Guid.NewGuid(), reviewer, ReviewActKind.Restore, $"restored {attribute.English}: {what}",
            [new ReviewChange(row.ProductId, attribute, marks, ReviewedTagText.Box(row.Box), row.BoxShare, "An earlier state was restored.", Decides: true)]), cancellation);
    }

    private Task<MovedAct?> MoveAsync(string reviewer, ReviewActKind kind, Guid? named, CancellationToken cancellation) => catalog.ChangeAsync(async (context, revision) =>
    {
        var journal = await JournalAsync(context, reviewer, cancellation);
        var stack = UndoStack.Of(journal.Select(Step));
        var next = named ?? (kind == ReviewActKind.Undo ? stack.NextUndo : stack.NextRedo);
        if (journal.FirstOrDefault(row => row.Id == next) is not { } target || target.Undone == (kind == ReviewActKind.Undo))
        {
            return null;
        }

        await context.ReviewActs.Where(row => row.Id == target.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Undone, kind == ReviewActKind.Undo), cancellation);
        var act = Row(Guid.NewGuid(), reviewer, kind, $"{kind}: {target.Summary}", target.Id, 0);
        context.ReviewActs.Add(act);
        var touched = (await context.ReviewedTags.Where(tag => tag.ActId == target.Id).Select(tag => new { tag.ProductId, tag.Attribute }).ToListAsync(cancellation))
            .Select(tag => (tag.ProductId, tag.Attribute)).ToHashSet();
        await finals.DecideAsync(context, revision, touched, act.Id, cancellation);
        return new MovedAct(target.Id, target.Summary, [.. touched.Select(pair => pair.ProductId).Distinct(StringComparer.Ordinal)]);
    }, cancellation);

    private async Task<IReadOnlyList<ForeignWord>> MeanwhileAsync(
        FashionRecsContext context, string[] products, string reviewer, long seen, CancellationToken cancellation)
    {
        var rows = await FinalTagWriter.Standing(context)
            .Where(tag => tag.Sequence > seen && tag.Reviewer != reviewer && products.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence).ToListAsync(cancellation);
        return [.. rows.Select(row => (row, opinion: ReviewedTagText.TryRead(vocabulary, row))).Where(pair => pair.opinion is not null).Select(pair => new ForeignWord(
            pair.row.ProductId, vocabulary[pair.row.Attribute], pair.row.Reviewer,
            pair.opinion!.Chosen >= 0 ? vocabulary[pair.row.Attribute].Values[pair.opinion.Chosen] : null, pair.opinion.At))];
    }

    private static async Task<List<ReviewActRow>> JournalAsync(FashionRecsContext context, string reviewer, CancellationToken cancellation)
    {
        var rows = await context.ReviewActs.AsNoTracking().Where(row => row.Reviewer == reviewer)
            .OrderByDescending(row => row.Sequence).Take(JournalLength).ToListAsync(cancellation);
        rows.Reverse();
        return rows;
    }

    private ReviewActRow Row(Guid id, string reviewer, ReviewActKind kind, string summary, Guid? target, int count) => new()
    {
        Id = id, Reviewer = reviewer, Kind = kind.ToString(), Summary = summary, Target = target, Count = count, AtMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private static ReviewStep Step(ReviewActRow row) => new(row.Id, row.Kind switch
    {
        nameof(ReviewActKind.Undo) => StepKind.Undo,
        nameof(ReviewActKind.Redo) => StepKind.Redo,
        _ => StepKind.Do,
    }, row.Target);
}
