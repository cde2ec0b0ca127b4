using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Mvc;

namespace FashionRecs.Web.Shop.Clicks;

/// <summary>
/// Takes clicks over HTTP rather than through the circuit, so that one made while the circuit is away is neither
/// lost nor counted twice. JSON is asked for, which another site cannot send with the shopper's cookie.
/// </summary>
public static class ClickEndpoint
{
    /// <summary>Largest message in bytes; one with 24 products passed over is about a tenth.</summary>
    public const int LargestMessage = 16 * 1024;

    public static void MapClicks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/clicks", PostAsync).Accepts<ClickMessage>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(LargestMessage)).DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        ClickMessage click, HttpContext context, ShopService shop, ShopperActivity activity, AttributeVocabulary vocabulary,
        ClickOutcomes outcomes, ShopperOrigins origins, LimitOptions limits)
    {
        var shopper = context.User.Shopper();
        try
        {
            var before = await shop.ShopperAsync(shopper);
            if (!ChangesNothing(click, before) && !IsTooMuch(click, before, limits))
            {
                await ActAsync(click, shopper, await origins.OfAsync(context), shop, vocabulary);
                if (!PreviewCookie.IsPreviewing(context.User) && !ChangesQuantity(click, before))
                {
                    await outcomes.WriteAsync(click, shopper, before);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            // What the page offered is no longer so, for example because the product was removed: let it look again.
            await activity.TellAsync(shopper);
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (IOException exception)
        {
            // The browser keeps the click and sends it again.
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await activity.TellAsync(shopper);
        return Results.NoContent();
    }

    private static async Task ActAsync(ClickMessage click, Guid shopper, string origin, ShopService shop, AttributeVocabulary vocabulary)
    {
        switch (click.Kind)
        {
            case "undo" when click.Undo is { } undone:
                await shop.UndoAsync(shopper, undone);
                return;
            case { } kind when TakenBack.TryGetValue(kind, out var done):
                await shop.TakeBackAsync(shopper, click.Product, done);
                return;
        }

        if (click.Id == Guid.Empty)
        {
            throw new InvalidDataException("A click needs an id.");
        }

        if (PreferenceSignals.TryRead(click.Kind ?? "") is not { } signal || signal == PreferenceSignal.Skipped)
        {
            throw new InvalidDataException("That is not something a shopper does.");
        }

        if (click.Passed?.Any(passed => passed is null) == true)
        {
            throw new InvalidDataException("One of the products that were passed over is missing.");
        }

        if (await shop.ShopperAsync(shopper) is var now && ChangesQuantity(click, now))
        {
            // Another number of the same teaches nothing new: it takes the place of what was said before.
            await shop.TakeBackAsync(shopper, click.Product, [PreferenceSignal.Bag]);
        }

        var value = vocabulary.FindValuesByFullCode(click.Value).Count > 0 ? click.Value : null;
        var happened =
            new ShopperEvent(click.Id, shopper, signal, click.Product, value, Checked(click.Position), click.Weight,
            click.Impression) { Origin = origin };
        await shop.RecordAsync(signal == PreferenceSignal.View ? [happened, .. await SkippedAsync(click, shopper, shop)] : [happened]);
    }

    /// <summary>
    /// Whether it is so already, as after a double click: then there is nothing to learn or to undo. A click that is sent again is another
    /// matter: it is recognised by its id, and what it means to an experiment may not have been logged yet.
    /// </summary>
    private static bool ChangesNothing(ClickMessage click, ShopperProfile before) => click.Product is { } product
        && PreferenceSignals.TryRead(click.Kind ?? "") is { } signal && before.IsAlready(signal, product) && !ChangesQuantity(click, before)
        && before.History.Events.All(entry => entry.Event.Id != click.Id);

    /// <summary>Whether it is another number of a product that lies in the bag already.</summary>
    private static bool ChangesQuantity(ClickMessage click, ShopperProfile before) =>
        click is { Kind: "bag", Product: { } product, Weight: { } many } && before.Bag.Contains(product)
        && many is >= 1 and <= ShopperProfile.MostOfOne && many % 1 == 0 && (int)many != before.Quantity(product)
        && before.History.Events.All(entry => entry.Event.Id != click.Id);

    /// <summary>
    /// Whether so much is kept of a shopper already that an opening tells nothing more. Nobody comes to twice as much by shopping.
    /// </summary>
    /// <exception cref="InvalidDataException">It is twice as much, and no more of anything is kept.</exception>
    private static bool IsTooMuch(ClickMessage click, ShopperProfile before, LimitOptions limits) =>
        limits.IsFull(before.History.Revision)
        ? throw new InvalidDataException("The shop keeps no more about you. Delete what it has on your account page to begin anew.")
        : before.History.Revision >= limits.EventsPerShopper && click.Kind == "view";

    /// <summary>What was above the opened product; what has left the shop meanwhile tells nothing.</summary>
    private static async Task<IEnumerable<ShopperEvent>> SkippedAsync(ClickMessage click, Guid shopper, ShopService shop)
    {
        var catalog = await shop.CatalogAsync();
        return (click.Passed ?? []).OfType<PassedCard>().Where(passed => catalog.TryFind(passed.Product ?? "") is not null)
            .Take(PassedCard.Most).Select(passed => new ShopperEvent(
            passed.EventOf(click.Id), shopper, PreferenceSignal.Skipped, passed.Product, Position: Checked(passed.Position),
            Impression: click.Impression));
    }

    private static int? Checked(int? position) => position is >= 0 and < 10_000 ? position : null;

    /// <summary>Kinds that take back all that was done to a product in that way, and what they take back.</summary>
    private static readonly Dictionary<string, PreferenceSignal[]> TakenBack = new()
    {
        ["unlike"] = [PreferenceSignal.Like],
        ["unbag"] = [PreferenceSignal.Bag],
        ["undislike"] = [PreferenceSignal.Dislike],
        ["show"] = [PreferenceSignal.Hide, PreferenceSignal.Dislike],
    };
}
