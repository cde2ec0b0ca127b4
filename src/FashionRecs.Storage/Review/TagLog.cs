using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class TagLog(ShopDatabase database, AttributeVocabulary vocabulary) : ITagLog
{
    /// <inheritdoc/>
    public Task<(IReadOnlyList<LoggedOpinion> Opinions, IReadOnlyList<LoggedState> States)> OfAsync(string product,
        CancellationToken cancellation = default) =>
        database.RunAsync<(IReadOnlyList<LoggedOpinion>, IReadOnlyList<LoggedState>)>(async context =>
        {
            var undone =
                (await context.ReviewActs.Where(act => act.Undone
                && context.ReviewedTags.Any(tag => tag.ActId == act.Id && tag.ProductId == product))
                .Select(act => act.Id).ToListAsync(cancellation)).ToHashSet();
            var opinions = await context.ReviewedTags.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            var states = await context.FinalTags.AsNoTracking().Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return ([.. opinions.Select(row => TryRead(row, undone)).OfType<LoggedOpinion>()],
                [.. states.Select(TryRead).OfType<LoggedState>()]);
        }, cancellation);

    /// <inheritdoc/>
    public Task<LoggedState?> TryFindStateAsync(long sequence, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        await context.FinalTags.AsNoTracking().SingleOrDefaultAsync(tag => tag.Sequence == sequence, cancellation) is { } row ? TryRead(row)
            : null, cancellation);

    private LoggedOpinion? TryRead(ReviewedTagRow row, HashSet<Guid> undone) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && MarksText.TryRead(attribute, row.Marks, out var marks)
        ? new(
            row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), attribute, row.Reviewer, marks, row.Comment,
            row.ActId is { } act && undone.Contains(act))
        : null;

    private LoggedState? TryRead(FinalTagRow row) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && MarksText.TryRead(attribute, row.Marks, out var marks)
        ? new(
            row.Sequence, row.ProductId, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), attribute, row.Reviewer, marks,
            ReviewedTagText.Box(row.Box),
            row.BoxShare, row.Comment, row.Standing, row.ActId)
        : null;
}
