using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Agreement;
using FashionRecs.Domain.Reviews.Statistics;

namespace FashionRecs.Application.Review.Dashboard;

/// <summary>Where the catalog's tags stand.</summary>
/// <param name="Products">Products in the shop.</param>
/// <param name="Touched">Products with at least one reviewed attribute; what bulk edits said of many at once is no review.</param>
/// <param name="Tags">Attributes of products that the network read.</param>
/// <param name="Reviewed">Those of them with a person's word in effect.</param>
/// <param name="Accuracy">The network against people, per attribute.</param>
/// <param name="Calibration">Confidence against the share right, all attributes together.</param>
/// <param name="Agreement">People against each other, per attribute.</param>
/// <param name="Throughput">How much people reviewed.</param>
public sealed record ReviewSummary(
    int Products, int Touched, int Tags, int Reviewed, IReadOnlyList<AttributeAccuracy> Accuracy, IReadOnlyList<CalibrationBin> Calibration,
    IReadOnlyList<AttributeAgreement> Agreement, IReadOnlyList<Throughput> Throughput);

/// <summary>Sums up reviews. Safe to share between threads.</summary>
public sealed class ReviewDashboard(WholeCatalog catalog, ReviewBookCache annotations, IReviewStore reviews, AttributeVocabulary vocabulary)
{
    /// <summary>Everybody's own steps; bulk edits and restored states say nothing of how fast a person looks at pictures.</summary>
    private static readonly ReviewActKind[] Looked =
        [ReviewActKind.Say, ReviewActKind.Accept, ReviewActKind.AcceptAll, ReviewActKind.Unsure, ReviewActKind.Grid];

    private static bool IsLookedAt(ReviewedTag tag) => !tag.IsUnseen && TagMarks.Chosen(tag.Marks) >= 0;

    /// <summary>Everything as it is now.</summary>
    public async Task<ReviewSummary> SumAsync(CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        var book = await annotations.GetAsync(cancellation);
        ReviewedCase[] cases = [.. ReviewedCase.Of(snapshot.Items)];
        return new ReviewSummary(
            snapshot.Items.Count, snapshot.Items.Count(item => item.Reviewed.Any(IsLookedAt)),
            snapshot.Items.Sum(item => item.Predicted?.Attributes.Count ?? 0), snapshot.Items.Sum(item => item.Reviewed.Count(IsLookedAt)),
            [.. vocabulary.Attributes.Select(attribute => AttributeAccuracy.Of(attribute, cases))],
            CalibrationBin.Of(cases),
            [.. vocabulary.Attributes.Select(attribute => AttributeAgreement.Of(
                attribute, book.Products.Select(product => book.Of(product, attribute)).Where(log => log.Count > 0)))],
            Throughput.Of(await reviews.StepsAsync(Looked, cancellation)));
    }
}
