using FashionRecs.Core.Attributes;
using FashionRecs.Core.Preferences;
using FashionRecs.Core.Ranking;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Taste;

namespace FashionRecs.Web.Shop.Clicks;

/// <summary>
/// Takes clicks over HTTP rather than through the circuit, so that one made while the circuit is away is neither
/// lost nor counted twice. JSON is asked for, which another site cannot send with the shopper's cookie.
/// </summary>
public static class ClickEndpoint
{
    public static void MapClicks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/clicks", PostAsync).Accepts<ClickMessage>("application/json").DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        ClickMessage click, HttpContext context, ShopperTastes tastes, CurrentCatalog catalog, AttributeVocabulary vocabulary, TimeProvider clock)
    {
        var shopper = context.User.Shopper();
        if (click.Id == Guid.Empty)
        {
            return Refuse("A click needs an id.");
        }

        switch (click.Kind)
        {
            case "undo":
                return await UndoAsync(click.Undo);
            case "unlike":
                return await UndoAsync((await tastes.GetAsync(shopper)).Find(PreferenceSignal.Like, click.Product ?? "")?.Id);
            case "unbag":
                return await UndoAsync((await tastes.GetAsync(shopper)).Find(PreferenceSignal.Bag, click.Product ?? "")?.Id);
        }

        if (!Enum.TryParse<PreferenceSignal>(click.Kind, ignoreCase: true, out var signal) || !Enum.IsDefined(signal) || int.TryParse(click.Kind, out _))
        {
            return Refuse($"'{click.Kind}' is not something a shopper does.");
        }

        var concernsValue = signal >= PreferenceSignal.More;
        var value = click.Value?.Split(':', 2) is [var attribute, var code] ? vocabulary.TryFind(attribute, code) : null;
        if (concernsValue && value is null)
        {
            return Refuse($"'{click.Value}' is not a value of the vocabulary.");
        }

        if (!concernsValue && (click.Product is null || (await catalog.GetAsync()).Find(click.Product) is null))
        {
            return Results.Problem("This product is no longer in the shop.", statusCode: StatusCodes.Status404NotFound);
        }

        if (signal is PreferenceSignal.Edit or PreferenceSignal.Pin && !(Math.Abs(click.Weight ?? double.NaN) <= ScoreWeights.Largest))
        {
            return Refuse($"A weight lies between −{ScoreWeights.Largest} and {ScoreWeights.Largest}.");
        }

        await tastes.RecordAsync(shopper, new ShopperEvent(
            click.Id, signal, concernsValue ? null : click.Product, concernsValue ? value!.Index : null,
            click.Position is >= 0 and < 10_000 ? click.Position : null, click.Weight, Shorten(click.Page), clock.GetUtcNow()));
        return Results.NoContent();

        async Task<IResult> UndoAsync(Guid? happened)
        {
            if (happened is { } id)
            {
                await tastes.UndoAsync(shopper, id);
            }

            return Results.NoContent();
        }
    }

    private static string Shorten(string? page) => page is null ? "" : page[..Math.Min(page.Length, 40)];

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}
