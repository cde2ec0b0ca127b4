using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>Reads the opinions on one product, without the rest of the catalog. Safe to share between threads.</summary>
public sealed class ProductOpinions(ShopDatabase database, AttributeVocabulary vocabulary)
{
    /// <summary>The opinions that count, per attribute, oldest first, and the sequence of the newest one there is.</summary>
    public Task<(IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> Said, long Newest)> OfAsync(string product, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var newest = await context.ReviewedTags.Where(tag => tag.ProductId == product).MaxAsync(tag => (long?)tag.Sequence, cancellation) ?? 0;
            var rows = await FinalTagWriter.Standing(context).Where(tag => tag.ProductId == product).OrderBy(tag => tag.Sequence).ToListAsync(cancellation);
            var said = rows.Select(row => (Attribute: vocabulary.TryFind(row.Attribute), Opinion: ReviewedTagText.TryRead(vocabulary, row)))
                .Where(pair => pair.Attribute is not null && pair.Opinion is not null)
                .GroupBy(pair => pair.Attribute!)
                .ToDictionary(group => group.Key, IReadOnlyList<Opinion> (group) => [.. group.Select(pair => pair.Opinion!)]);
            return ((IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>>)said, newest);
        }, cancellation);
}
