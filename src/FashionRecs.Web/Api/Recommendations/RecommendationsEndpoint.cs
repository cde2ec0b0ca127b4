using System.ComponentModel;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Products;
using FashionRecs.Web.Api.Protocol;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>What to show a shopper, and why: the picks of the start page.</summary>
internal static class RecommendationsEndpoint
{
    private const int WithheldNamed = 100;

    public static void MapRecommendations(this IEndpointRouteBuilder api) =>
        api.MapGet("/recommendations", GetAsync).ForShoppers(ApiScopes.Recommend)
        .WithSummary("Products for a shopper, best first, each with why").WithTags("recommendations").WithName("recommendations")
        .Produces<RecommendationsAnswer>();

    private static async Task<IResult> GetAsync(
        [Description("The shopper, by the shop's own name or a GUID; not needed with a signed number. A publishable key without either gets what the shop shows somebody whom it does not know.")] string? shopper,
        [Description("Products at most, 1 to 100; 24 where nothing is said.")] int? count,
        [Description("Decides what is drawn by chance; the same seed gives the same list. Without one it is the start page's.")] int? seed,
        [Description("Code of an explanation view, such as Words; the shop's own without.")] string? view,
        [Description("Key of a running experiment: the shopper's arm decides ranking and view, and each product says what to hand back once it was on screen. Filtered lists are ranked as the shop ranks.")] string? experiment,
        [Description(AskedLanguage.Means)] string? language,
        [AsParameters] CatalogFilter filter, HttpContext context, ShopService shop, AttributeVocabulary vocabulary, ChosenViews views,
        AskedLanguage asked, TimeProvider time)
    {
        var texts = asked.In(language);
        var id = ApiCaller.Of(context).ShopperOrNobody(shopper);
        var most = ApiPages.Count(count);
        var opened = await shop.OpenAsync(id, context.RequestAborted);
        var drawn = seed ?? ShopSnapshot.SeedOf(id, opened.Shopper, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var chosen = await views.FindAsync(id, opened, view, experiment, ExplanationSurface.Cards, drawn);
        var cards = filter.IsEmpty() ? opened.Recommend(most, drawn, chosen.Ranking)
            : opened.RecommendAmong(filter.ToQuery(vocabulary), most, drawn);
        return Results.Ok(new RecommendationsAnswer(
            id, drawn, opened.Shopper.SameForEverybody,
            [.. cards.Select(card => Answer(card, chosen, texts))],
            [.. opened.Withheld().Select(group => new WithheldAnswer(JsonNamingPolicy.CamelCase.ConvertName(group.Reason.ToString()),
                Words(group.Reason), group.Products.Count, [.. group.Products.Take(WithheldNamed)]))],
            chosen.Arm?.Arm.Key));
    }

    private static RecommendedAnswer Answer(RecommendedCard card, ChosenView chosen, IStringLocalizer texts)
    {
        var (composed, shown) = chosen.Explain(card.Item, card.Explanation, ExplanationPlace.Card, card.Position);
        return new RecommendedAnswer(card.Position, card.Explored, ProductAnswer.Of(card.Item.Product),
            ExplainedAnswer.Of(card.Item, card.Explanation, composed, texts), shown);
    }

    private static string Words(WithheldReason reason) => reason switch
    {
        WithheldReason.InBag => "They lie in the shopper's bag already.",
        WithheldReason.Liked => "The shopper likes them already.",
        WithheldReason.Hidden => "The shopper asked not to see them again.",
        WithheldReason.Disliked => "The shopper does not like them.",
        WithheldReason.Denied => "The shopper says that they lack what they would be recommended for.",
        WithheldReason.NoGarment => "No garment was found in their pictures, and no person has looked yet.",
    };
}

/// <summary>Products for a shopper.</summary>
/// <param name="Shopper">The shopper's number.</param>
/// <param name="Seed">The seed that gives the same list again.</param>
/// <param name="SameForEverybody">Whether nothing the shopper did is used, as they asked.</param>
/// <param name="Products">Best first.</param>
/// <param name="Withheld">What is not recommended whatever its score, and why.</param>
/// <param name="Arm">The shopper's arm, where an experiment was named and decides; else null.</param>
internal sealed record RecommendationsAnswer(Guid Shopper, int Seed, bool SameForEverybody, IReadOnlyList<RecommendedAnswer> Products,
    IReadOnlyList<WithheldAnswer> Withheld, string? Arm);

/// <summary>A recommended product.</summary>
/// <param name="Position">Zero-based position.</param>
/// <param name="Explored">Whether it stands there to learn about the shopper rather than for its score.</param>
/// <param name="Product">The product.</param>
/// <param name="Why">Why.</param>
/// <param name="Shown">What to hand back once it was on screen; null where no experiment is decided by it.</param>
internal sealed record RecommendedAnswer(int Position, bool Explored, ProductAnswer Product, ExplainedAnswer Why, string? Shown);

/// <summary>Products that are left out for one reason.</summary>
/// <param name="Reason">inBag, liked, hidden, disliked, denied or noGarment.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
/// <param name="Products">The first hundred.</param>
internal sealed record WithheldAnswer(string Reason, string Words, int Count, IReadOnlyList<string> Products);
