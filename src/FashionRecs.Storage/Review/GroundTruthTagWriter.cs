using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <summary>Works out anew which tags are in effect after annotations came or went, inside the transaction that changed them.</summary>
internal sealed class GroundTruthTagWriter(AttributeVocabulary vocabulary, TimeProvider time)
{
    /// <summary>Products per query, so that a bulk edit stays below the limit of parameters.</summary>
    private const int Chunk = 400;

    /// <summary>The annotations that count: all but those of undone acts and of earlier pictures.</summary>
    public static IQueryable<AnnotationRow> ActiveAnnotations(FashionRecsContext context) => context.Annotations.AsNoTracking()
        .Where(tag => tag.DroppedBy == null)
        .Where(tag => tag.ActId == null || !context.ReviewActs.Any(act => act.Id == tag.ActId && act.Undone));

    /// <summary>Decides every touched attribute anew and appends what changed.</summary>
    public async Task DecideAsync(
        FashionRecsContext context, long revision, IReadOnlySet<(string Product, string Attribute)> touched, Guid act,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var products in touched.Select(pair => pair.Product).Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            var annotations =
                (await ActiveAnnotations(context).Where(tag => products.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation))
                .ToLookup(tag => (tag.ProductId, tag.Attribute));
            var finals =
                (await context.GroundTruthTags.AsNoTracking().Where(tag => products.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence)
                .ToListAsync(cancellation))
                .ToLookup(tag => (tag.ProductId, tag.Attribute));
            foreach (var pair in touched.Where(pair => products.Contains(pair.Product)))
            {
                if (vocabulary.TryFind(pair.Attribute) is not { } attribute)
                {
                    continue;
                }

                Annotation[] log = [.. annotations[pair].Select(row => AnnotationText.TryRead(vocabulary, row)).OfType<Annotation>()];
                var next = GroundTruthTagText.Write(pair.Product, attribute, ConsensusRule.Decide(log), act, now);
                var before = finals[pair].LastOrDefault();
                if (next.Box is null && before is { Box: { } box } && before.Marks == next.Marks)
                {
                    // A region that was worked out for these very marks still shows them.
                    (next.Box, next.BoxShare) = (box, before.BoxShare);
                }

                if (before is null || !GroundTruthTagText.Same(before, next))
                {
                    context.GroundTruthTags.Add(next);
                }
            }

            await context.Products.Where(row => products.Contains(row.Id))
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, revision), cancellation);
        }
    }
}
