using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Journal;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Statistics;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Catalog;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class ReviewStore(ShopDatabase database, CatalogWrites writes, AttributeVocabulary vocabulary, TimeProvider time)
    : IReviewStore
{
    /// <summary>Acts looked back on for undo; far more than a person does in a session.</summary>
    private const int JournalLength = 5000;

    private readonly GroundTruthTagWriter finals = new(vocabulary, time);

    /// <inheritdoc/>
    public Task<ReviewOutcome> SubmitAsync(ReviewAct act, CancellationToken cancellation = default) =>
        writes.ChangeAsync(async (context, revision) =>
        {
            if (await context.ReviewActs.AnyAsync(row => row.Id == act.Id, cancellation))
            {
                return new ReviewOutcome(false, []);
            }

            string[] products = [.. act.Changes.Select(change => change.Product).Distinct(StringComparer.Ordinal)];
            if (products.Length == 1 && !await context.Products.AnyAsync(row => row.Id == products[0] && !row.Deleted, cancellation))
            {
                throw new InvalidDataException($"The shop has no product '{products[0]}'.");
            }

            var meanwhile = act.Seen is { } seen ? await ConflictsAsync(context, products, act.Reviewer, seen, cancellation) : [];
            var changes = act.Changes;
            if (act.LeavesOthers)
            {
                meanwhile = await OthersAsync(context, act, cancellation);
                var taken = meanwhile.Select(other => (other.Product, other.Attribute)).ToHashSet();
                changes = [.. changes.Where(change => !taken.Contains((change.Product, change.Attribute)))];
                if (changes.Count == 0)
                {
                    return new ReviewOutcome(false, meanwhile);
                }
            }

            var now = time.GetUtcNow();
            context.ReviewActs.Add(Row(act.Id, act.Reviewer, act.Kind, act.Summary, null, changes.Count));
            context.Annotations.AddRange(changes.Select(change => AnnotationText.Write(act, change, now)));
            await context.SaveChangesAsync(cancellation);
            await finals.DecideAsync(context, revision, changes.Select(change => (change.Product, change.Attribute.Code)).ToHashSet(),
                act.Id, cancellation);
            return new ReviewOutcome(true, meanwhile);
        }, cancellation);

    /// <inheritdoc/>
    public Task<MovedAct?> UndoAsync(string reviewer, Guid? act = null, CancellationToken cancellation = default) =>
        MoveAsync(reviewer, ReviewActKind.Undo, act, cancellation);

    /// <inheritdoc/>
    public Task<MovedAct?> RedoAsync(string reviewer, CancellationToken cancellation = default) =>
        MoveAsync(reviewer, ReviewActKind.Redo, null, cancellation);

    /// <inheritdoc/>
    public Task<(string? Undo, string? Redo)> NextMovesAsync(string reviewer, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var journal = await JournalAsync(context, reviewer, cancellation);
            var stack = UndoStack.Of(journal.Select(Step));
            string? Words(Guid? id) => journal.FirstOrDefault(row => row.Id == id)?.Summary;
            return (Words(stack.NextUndo), Words(stack.NextRedo));
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> SetRegionAsync(CatalogItem item, AttributeReading reading, PartRegion region,
        CancellationToken cancellation = default) =>
        writes.ChangeAsync(async (context, revision) =>
        {
            var (id, code) = (item.Product.Id, reading.Attribute.Code);
            var latest = await context.GroundTruthTags.AsNoTracking().Where(tag => tag.ProductId == id && tag.Attribute == code)
                .OrderByDescending(tag => tag.Sequence).FirstOrDefaultAsync(cancellation);
            var product =
                await context.Products.SingleOrDefaultAsync(row => row.Id == id && row.Picture == item.Product.Picture, cancellation);
            // Somebody may have said something else while the map was made.
            if (latest is not { Box: null } || product is null || !MarksText.TryRead(reading.Attribute, latest.Marks, out var marks)
                || TagMarks.Chosen(marks) != reading.Top.Position)
            {
                return false;
            }

            product.Revision = revision;
            (latest.Sequence, latest.Box, latest.BoxShare, latest.AtMilliseconds) =
                (0, AnnotationText.Write(region.Box), region.Share, time.GetUtcNow().ToUnixTimeMilliseconds());
            context.GroundTruthTags.Add(latest);
            return true;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkStep>> StepsAsync(IReadOnlyCollection<ReviewActKind> kinds, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<WorkStep>>(async context =>
        {
            string[] wanted = [.. kinds.Select(kind => kind.ToString())];
            var rows = await context.ReviewActs.AsNoTracking().Where(act => wanted.Contains(act.Kind) && !act.Undone)
                .Join(context.Annotations, act => act.Id, tag => tag.ActId,
                    (act, tag) => new { act.Id, act.Reviewer, act.AtMilliseconds, tag.ProductId })
                .ToListAsync(cancellation);
            return [.. rows.GroupBy(row => row.Id).Select(act => new WorkStep(
                act.First().Reviewer, DateTimeOffset.FromUnixTimeMilliseconds(act.First().AtMilliseconds),
                [.. act.Select(row => row.ProductId)]))];
        }, cancellation);

    private Task<MovedAct?> MoveAsync(string reviewer, ReviewActKind kind, Guid? named, CancellationToken cancellation) =>
        writes.ChangeAsync(async (context, revision) =>
        {
            var journal = await JournalAsync(context, reviewer, cancellation);
            var stack = UndoStack.Of(journal.Select(Step));
            var next = named ?? (kind == ReviewActKind.Undo ? stack.NextUndo : stack.NextRedo);
            if (journal.FirstOrDefault(row => row.Id == next) is not { } target || target.Undone == (kind == ReviewActKind.Undo))
            {
                return null;
            }

            await context.ReviewActs.Where(row => row.Id == target.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Undone, kind == ReviewActKind.Undo), cancellation);
            var act = Row(Guid.NewGuid(), reviewer, kind, $"{kind}: {target.Summary}", target.Id, 0);
            context.ReviewActs.Add(act);
            var touched =
                (await context.Annotations.Where(tag => tag.ActId == target.Id).Select(tag => new { tag.ProductId, tag.Attribute })
                .ToListAsync(cancellation))
                .Select(tag => (tag.ProductId, tag.Attribute)).ToHashSet();
            await finals.DecideAsync(context, revision, touched, act.Id, cancellation);
            return new MovedAct(target.Id, target.Summary, [.. touched.Select(pair => pair.ProductId).Distinct(StringComparer.Ordinal)]);
        }, cancellation);

    private async Task<IReadOnlyList<ConcurrentAnnotation>> ConflictsAsync(
        FashionRecsContext context, string[] products, string reviewer, long seen, CancellationToken cancellation)
    {
        var rows = await GroundTruthTagWriter.ActiveAnnotations(context)
            .Where(tag => tag.Sequence > seen && tag.Reviewer != reviewer && products.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
        return [.. rows.Select(row => (row, annotation: AnnotationText.TryRead(vocabulary, row))).Where(pair => pair.annotation is not null)
            .Select(pair => new ConcurrentAnnotation(
            pair.row.ProductId, vocabulary[pair.row.Attribute], pair.row.Reviewer,
            pair.annotation!.Chosen >= 0 ? vocabulary[pair.row.Attribute].Values[pair.annotation.Chosen] : null, pair.annotation.At))];
    }

    /// <summary>The latest word of somebody else who has looked, on each attribute of an act that has one.</summary>
    private async Task<IReadOnlyList<ConcurrentAnnotation>> OthersAsync(FashionRecsContext context, ReviewAct act,
        CancellationToken cancellation)
    {
        var (found, asked) = (new List<ConcurrentAnnotation>(),
            act.Changes.Select(change => (change.Product, change.Attribute.Code)).ToHashSet());
        foreach (var products in asked.Select(pair => pair.Product).Distinct(StringComparer.Ordinal).Chunk(400))
        {
            var rows = await GroundTruthTagWriter.ActiveAnnotations(context)
                .Where(tag => !tag.Unseen && tag.Marks != "" && tag.Reviewer != act.Reviewer && products.Contains(tag.ProductId))
                .OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            found.AddRange(rows.Where(row => asked.Contains((row.ProductId, row.Attribute))).GroupBy(row => (row.ProductId, row.Attribute))
                .Select(group => group.Last())
                .Select(row => (row, annotation: AnnotationText.TryRead(vocabulary, row))).Where(pair => pair.annotation is not null)
                .Select(pair => new ConcurrentAnnotation(
                    pair.row.ProductId, vocabulary[pair.row.Attribute], pair.row.Reviewer,
                    pair.annotation!.Chosen >= 0 ? vocabulary[pair.row.Attribute].Values[pair.annotation.Chosen] : null,
                    pair.annotation.At)));
        }

        return found;
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
        Id = id, Reviewer = reviewer, Kind = kind.ToString(), Summary = summary, Target = target, Count = count,
        AtMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private static ReviewStep Step(ReviewActRow row) => new(row.Id, row.Kind switch
    {
        nameof(ReviewActKind.Undo) => StepKind.Undo,
        nameof(ReviewActKind.Redo) => StepKind.Redo,
        _ => StepKind.Do,
    }, row.Target);
}
