using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;

namespace FashionRecs.Web.Api.Staff;

/// <summary>The queue of what is worth a look, and what was seen. A key is a reviewer of its own.</summary>
internal static class ReviewsEndpoint
{
    private const int LongestComment = 500;

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", QueueAsync).ForServers(ApiScopes.Reviews).WithSummary("What is worth a look, most first").WithTags("reviews")
            .WithName("reviewQueue").Produces<ApiPage<ReviewAnswer>>();
        api.MapPost("/reviews", SubmitAsync).ForServers(ApiScopes.Reviews).WithSummary("Say which value a product has; once per id")
            .WithTags("reviews").WithName("submitReview").Produces<ReviewedAnswer>();
    }

    private static async Task<IResult> QueueAsync(
        [Description("Where the page begins, as the page before said it.")] string? cursor,
        [Description("Products at most, 1 to 100.")] int? count, HttpContext context, ReviewQueue queue)
    {
        var (most, start) = (ApiPages.Count(count), ApiPages.Start(cursor));
        var found = await queue.FindAsync(new ReviewFilter(), Reviewer(context), context.RequestAborted);
        return Results.Ok(ApiPages.Of(
            found.Skip(start).Take(most).Select(entry => new ReviewAnswer(
                entry.Place.Item.Product.Id, Math.Round(entry.Place.Score, 4),
                [.. entry.Place.Reasons.Select(reason => new ReviewReasonAnswer(reason.Attribute?.Code, reason.Words))])),
            start, most, found.Count));
    }

    private static async Task<IResult> SubmitAsync(ReviewMessage review, HttpContext context, ShopService shop, IReviewStore reviews,
        AttributeVocabulary vocabulary)
    {
        if (review.Id == Guid.Empty || review.Comment?.Length > LongestComment || review.Comment?.Any(char.IsControl) == true)
        {
            throw ApiRefusedException.Bad($"A review needs an id of its own, and a comment of at most {LongestComment} letters if any.");
        }

        var value = vocabulary.TryFindByFullCode(review.Value) ?? throw ApiRefusedException.Bad("The shop knows no such value.");
        if ((await shop.CatalogAsync(context.RequestAborted)).IndexOf(review.Product ?? "") < 0)
        {
            throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        }

        var outcome = await reviews.SubmitAsync(
            new ReviewAct(review.Id, Reviewer(context), ReviewActKind.Say, $"{value.Attribute.English}: {value.English}",
                [new ReviewChange(review.Product!, value.Attribute, TagMarks.Choose(value), Comment: review.Comment)]),
            context.RequestAborted);
        return Results.Ok(new ReviewedAnswer(outcome.IsNew));
    }

    private static string Reviewer(HttpContext context) => $"api {ApiCaller.Of(context).Key.Id}";
}

/// <summary>A product that is worth a look.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">What the queue is ordered by.</param>
/// <param name="Reasons">Strongest first.</param>
internal sealed record ReviewAnswer(string Product, double Score, IReadOnlyList<ReviewReasonAnswer> Reasons);

/// <summary>Why.</summary>
/// <param name="Attribute">The attribute; null for the whole product.</param>
/// <param name="Words">In words.</param>
internal sealed record ReviewReasonAnswer(string? Attribute, string Words);

/// <summary>What was seen.</summary>
/// <param name="Id">A GUID made once; the same review sent again counts once.</param>
/// <param name="Product">The product.</param>
/// <param name="Value">The value that it has, such as neckline_design:V Neckline, the invisible one included.</param>
/// <param name="Comment">Why, if anything is to be said.</param>
internal sealed record ReviewMessage(Guid Id, string Product, string Value, string? Comment = null);

/// <summary>What became of a review.</summary>
/// <param name="IsNew">False where it had been sent before.</param>
internal sealed record ReviewedAnswer(bool IsNew);
