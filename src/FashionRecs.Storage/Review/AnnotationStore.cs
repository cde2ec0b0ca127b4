using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class AnnotationStore(ShopDatabase database, AttributeVocabulary vocabulary) : IAnnotationStore
{
    /// <inheritdoc/>
    public Task<(IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Said, long Newest)> OfAsync(string product,
        CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var newest = await context.Annotations.Where(tag => tag.ProductId == product)
                .MaxAsync(tag => (long?)tag.Sequence, cancellation) ?? 0;
            var rows = await GroundTruthTagWriter.ActiveAnnotations(context).Where(tag => tag.ProductId == product)
                .OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return (ByAttribute(rows), newest);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlySet<(string Product, string Attribute)>> AcceptedTogetherAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlySet<(string Product, string Attribute)>>(async context =>
        {
            var together = context.ReviewActs.Where(act => act.Kind == nameof(ReviewActKind.AcceptAll)).Select(act => (Guid?)act.Id);
            var said = GroundTruthTagWriter.ActiveAnnotations(context).Where(tag => !tag.Unseen && tag.Marks != "");
            var alone = said.Where(tag => !together.Contains(tag.ActId));
            var rows = await said.Where(tag => together.Contains(tag.ActId)
                && !alone.Any(other => other.ProductId == tag.ProductId && other.Attribute == tag.Attribute))
                .Select(tag => new { tag.ProductId, tag.Attribute }).ToListAsync(cancellation);
            return rows.Select(row => (row.ProductId, row.Attribute)).ToHashSet();
        }, cancellation);

    /// <inheritdoc/>
    public Task<AnnotationChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var now = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
            var changed = context.Products.Where(row => row.Revision > revision).Select(row => row.Id);
            var rows = await GroundTruthTagWriter.ActiveAnnotations(context).Where(tag => changed.Contains(tag.ProductId))
                .OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation);
            return new AnnotationChanges(now, await changed.ToListAsync(cancellation),
                rows.GroupBy(row => row.ProductId).ToDictionary(group => group.Key, ByAttribute, StringComparer.Ordinal));
        }, cancellation);

    private IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> ByAttribute(IEnumerable<AnnotationRow> rows) => rows
        .Select(row => (Attribute: vocabulary.TryFind(row.Attribute), Annotation: AnnotationText.TryRead(vocabulary, row)))
        .Where(pair => pair.Attribute is not null && pair.Annotation is not null)
        .GroupBy(pair => pair.Attribute!)
        .ToDictionary(group => group.Key, IReadOnlyList<Annotation> (group) => [.. group.Select(pair => pair.Annotation!)]);
}
