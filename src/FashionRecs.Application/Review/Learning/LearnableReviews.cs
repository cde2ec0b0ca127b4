using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review.Learning;

/// <summary>
/// Chooses which reviews count as truth: where a person committed to a value after a look. Bulk edits do not count, nor does what two
/// people differ on until a third has decided; what was accepted together with the whole product counts less, and measures nothing. Safe to
/// share between threads.
/// </summary>
public sealed class LearnableReviews(
    WholeCatalog catalog, ReviewBookCache annotations, IAnnotationStore store, AttributeVocabulary vocabulary)
{
    /// <summary>Reviews of an attribute, each looked at by itself, before its head may change.</summary>
    public const int Least = 30;

    /// <summary>Weight of what was accepted with one press for the whole product, against 1 for a look at the attribute.</summary>
    public const float TogetherWeight = 0.5f;

    /// <summary>All of them, product by product.</summary>
    public async Task<IReadOnlyList<LearnableReview>> FindAsync(CancellationToken cancellation = default)
    {
        var (snapshot, book) = (await catalog.GetAsync(cancellation), await annotations.GetAsync(cancellation));
        var together = await store.AcceptedTogetherAsync(cancellation);
        return [.. snapshot.Items.SelectMany(item => item.Reviewed
            .Where(tag => !tag.IsUnseen && TagMarks.Chosen(tag.Marks) >= 0
                && ConsensusRule.Decide(book.Of(item.Product.Id, tag.Attribute)).Status
                    is not (ConsensusStatus.Conflict or ConsensusStatus.Third))
            .Select(tag => new LearnableReview(item, tag.Attribute, tag.Marks,
                together.Contains((item.Product.Id, tag.Attribute.Code)) ? TogetherWeight : 1)))];
    }

    /// <summary>How many there are, in the vocabulary's order.</summary>
    public async Task<IReadOnlyList<LearnableCount>> CountAsync(CancellationToken cancellation = default)
    {
        var found = (await FindAsync(cancellation)).ToLookup(review => review.Attribute);
        return [.. vocabulary.Attributes.Select(attribute => new LearnableCount(
            attribute, found[attribute].Count(review => review.Weight >= 1), found[attribute].Count(review => review.Weight < 1)))];
    }
}
