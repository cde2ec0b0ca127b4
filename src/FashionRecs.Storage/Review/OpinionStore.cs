using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class OpinionStore(ShopDatabase database, AttributeVocabulary vocabulary) : IOpinionStore
{
    /// <inheritdoc/>
    public Task<(IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> Said, long Newest)> OfAsync(string product,
        CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var newest = await context.ReviewedTags.Where(tag => tag.ProductId == product)
                .MaxAsync(tag => (long?)tag.Sequence, cancellation) ?? 0;
            var rows = await FinalTagWriter.Standing(context).Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return (ByAttribute(rows), newest);
        }, cancellation);

    /// <inheritdoc/>
    public Task<OpinionChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var now = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
            var changed = context.Products.Where(row => row.Revision > revision).Select(row => row.Id);
            var rows = await FinalTagWriter.Standing(context).Where(tag => changed.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return new OpinionChanges(now, await changed.ToListAsync(cancellation),
                rows.GroupBy(row => row.ProductId).ToDictionary(group => group.Key, ByAttribute, StringComparer.Ordinal));
        }, cancellation);

    private IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> ByAttribute(IEnumerable<ReviewedTagRow> rows) => rows
        .Select(row => (Attribute: vocabulary.TryFind(row.Attribute), Opinion: ReviewedTagText.TryRead(vocabulary, row)))
        .Where(pair => pair.Attribute is not null && pair.Opinion is not null)
        .GroupBy(pair => pair.Attribute!)
        .ToDictionary(group => group.Key, IReadOnlyList<Opinion> (group) => [.. group.Select(pair => pair.Opinion!)]);
}
