using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class TagLog(ShopDatabase database, AttributeVocabulary vocabulary) : ITagLog
{
    /// <inheritdoc/>
    public Task<(IReadOnlyList<LoggedAnnotation> Annotations, IReadOnlyList<LoggedState> States)> OfAsync(string product,
        CancellationToken cancellation = default) =>
        database.RunAsync<(IReadOnlyList<LoggedAnnotation>, IReadOnlyList<LoggedState>)>(async context =>
        {
            var undone =
                (await context.ReviewActs.Where(act => act.Undone
                && context.Annotations.Any(tag => tag.ActId == act.Id && tag.ProductId == product))
                .Select(act => act.Id).ToListAsync(cancellation)).ToHashSet();
            var annotations = await context.Annotations.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            var states = await context.GroundTruthTags.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return ([.. annotations.Select(row => TryRead(row, undone)).OfType<LoggedAnnotation>()],
                [.. states.Select(TryRead).OfType<LoggedState>()]);
        }, cancellation);

    /// <inheritdoc/>
    public Task<LoggedState?> TryFindStateAsync(long sequence, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        await context.GroundTruthTags.AsNoTracking().SingleOrDefaultAsync(tag => tag.Sequence == sequence, cancellation) is { } row
            ? TryRead(row)
            : null, cancellation);

    private LoggedAnnotation? TryRead(AnnotationRow row, HashSet<Guid> undone) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && MarksText.TryRead(attribute, row.Marks, out var marks)
        ? new(
            row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), attribute, row.Reviewer, marks, row.Comment,
            row.ActId is { } act && undone.Contains(act)) { IsOfEarlierPicture = row.DroppedBy is not null }
        : null;

    private LoggedState? TryRead(GroundTruthTagRow row) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && MarksText.TryRead(attribute, row.Marks, out var marks)
        ? new(
            row.Sequence, row.ProductId, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), attribute, row.Reviewer, marks,
            AnnotationText.Region(row.Box, row.BoxShare), row.Comment, row.Status, row.ActId)
        : null;
}
