using FashionRecs.Application.Shop;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Studies;

namespace FashionRecs.Web.Accounts;

/// <summary>Gives what somebody did before they signed in to their account.</summary>
public sealed class HistoryMerge(ShopService shop, ShopperActivity activity)
{
    /// <summary>
    /// The anonymous shopper of a request; to be asked before signing in, which replaces the request's user. Null for somebody who is
    /// signed in, or takes part in a study: what participants do there is no account's.
    /// </summary>
    public static Guid? Anonymous(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } || StudyPass.Of(context.User) is not null ? null : context.User.Shopper();

    /// <summary>
    /// Whether somebody has to say first whose it is: another person may have used the browser, or planted a cookie in it.
    /// </summary>
    public async Task<bool> NeedsAnswerAsync(Guid? anonymous, string? join) =>
        join is not ("yes" or "no") && anonymous is { } shopper && (await shop.ShopperAsync(shopper)).History.Events.Count > 0;

    /// <summary>
    /// Merges an anonymous shopper into the account where they asked for it. The account is the shopper from then on, in every open tab.
    /// </summary>
    public async Task IntoAsync(Guid account, Guid? anonymous, string? join, HttpContext context)
    {
        if (anonymous is { } shopper)
        {
            if (join == "yes" || !await NeedsAnswerAsync(anonymous, null))
            {
                await shop.MergeAsync(shopper, account);
            }

            ShopperCookie.Forget(context);
            activity.Leave(shopper);
            await activity.TellAsync(account);
        }
    }
}
