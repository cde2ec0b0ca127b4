using System.ComponentModel;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Products;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Products;
using FashionRecs.Web.Shop.Reasons;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>Why a product has its score for a shopper, and why it is not among their first picks.</summary>
internal static class ExplanationsEndpoint
{
    /// <summary>What is said of a product that the shop does not have.</summary>
    public const string NoProduct = "The shop has no such product (any more).";

    public static void MapExplanations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/explanations/{product}", ExplainAsync).ForShoppers(ApiScopes.Recommend)
            .WithSummary("Why a product has its score for a shopper, as the product's page says it").WithTags("recommendations")
            .WithName("explanation").Produces<ExplanationAnswer>();
        api.MapGet("/why-not/{product}", WhyNotAsync).ForShoppers(ApiScopes.Recommend)
            .WithSummary("What keeps a product from a shopper's first picks").WithTags("recommendations").WithName("whyNot")
            .Produces<WhyNotAnswer>();
    }

    private static async Task<IResult> ExplainAsync(
        [Description("The product.")] string product, [Description("The shopper.")] string? shopper,
        [Description("Code of an explanation view; the shop's own without.")] string? view,
        [Description("Key of a running experiment whose arm decides the view.")] string? experiment,
        [Description(AskedLanguage.Means)] string? language,
        HttpContext context, ShopService shop, ChosenViews views, AskedLanguage asked)
    {
        var texts = asked.In(language);
        var id = ApiCaller.Of(context).Shopper(shopper);
        var opened = await shop.OpenAsync(id, context.RequestAborted);
        var found = opened.Explain(product) ?? throw ApiRefusedException.Missing(NoProduct);
        var chosen = await views.FindAsync(id, opened, view, experiment, ExplanationSurface.ProductPage, seed: 0);
        var (composed, shown) = chosen.Explain(found.Item, found.Explanation, ExplanationPlace.ProductPage, 0);
        return Results.Ok(new ExplanationAnswer(ProductAnswer.Of(found.Item.Product), found.Place, found.OutOf,
            ExplainedAnswer.Of(found.Item, found.Explanation, composed, texts), chosen.Arm?.Arm.Key, shown));
    }

    private static async Task<IResult> WhyNotAsync(
        [Description("The product.")] string product, [Description("The shopper.")] string? shopper,
        [Description("As for the recommendations.")] int? seed, [Description(AskedLanguage.Means)] string? language, HttpContext context,
        ShopService shop, AskedLanguage asked, AttributeVocabulary vocabulary, TimeProvider time)
    {
        var texts = asked.In(language);
        var id = ApiCaller.Of(context).Shopper(shopper);
        var opened = await shop.OpenAsync(id, context.RequestAborted);
        var drawn = seed ?? ShopSnapshot.SeedOf(id, opened.Shopper, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var answer = opened.WhyNot(product, drawn) ?? throw ApiRefusedException.Missing(NoProduct);
        var own = LargestRemainder.Of([.. answer.Lines.Select(line => line.Own)]);
        var other = LargestRemainder.Of([.. answer.Lines.Select(line => line.Other)]);
        return Results.Ok(new WhyNotAnswer(
            JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString()), WhyNotWords.Of(answer, opened.Catalog.Items.Count, texts),
            answer.Place, answer.Last?.Product.Id,
            LargestRemainder.Of(answer.Own.Score) / 100m, answer.Last is null ? null : LargestRemainder.Of(answer.Other.Score) / 100m,
            [.. answer.Lines.Select((line, at) => new LostByAnswer(
                line.FullCode, vocabulary.Words(line.FullCode, texts)?.Phrase ?? ContributionWords.Of(line.Phrase, vocabulary, texts),
                own[at] / 100m, other[at] / 100m))]));
    }
}

/// <summary>Why a product has its score.</summary>
/// <param name="Product">The product.</param>
/// <param name="Place">One-based place of the score among all products.</param>
/// <param name="OutOf">Number of products.</param>
/// <param name="Why">Why.</param>
/// <param name="Arm">The shopper's arm, where an experiment was named and decides; else null.</param>
/// <param name="Shown">What to hand back once it was on screen; null where nothing is logged.</param>
internal sealed record ExplanationAnswer(ProductAnswer Product, int Place, int OutOf, ExplainedAnswer Why, string? Arm, string? Shown);

/// <summary>What keeps a product from the first picks.</summary>
/// <param name="Kind">isThere, nothingKnown, chosen, turnedDown, denied, noGarment, variety or lower.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Place">One-based place by score.</param>
/// <param name="ComparedWith">The last of the first picks; null where nothing is compared.</param>
/// <param name="Score">The product's score.</param>
/// <param name="OtherScore">The other one's score; null where nothing is compared.</param>
/// <param name="Lines">What it loses and gains by; own and other add up to the scores.</param>
internal sealed record WhyNotAnswer(string Kind, string Sentence, int Place, string? ComparedWith, decimal Score, decimal? OtherScore,
    IReadOnlyList<LostByAnswer> Lines);

/// <summary>One line of the comparison.</summary>
/// <param name="Code">The value, family or kind of evidence.</param>
/// <param name="Phrase">In a shopper's words.</param>
/// <param name="Own">What it adds to the product's score.</param>
/// <param name="Other">What it adds to the other one's score.</param>
internal sealed record LostByAnswer(string Code, string Phrase, decimal Own, decimal Other);
