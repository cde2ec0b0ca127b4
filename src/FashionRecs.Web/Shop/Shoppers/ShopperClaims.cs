using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Shop.Shoppers;

/// <summary>Reads who shops here from a user's claims.</summary>
public static class ShopperClaims
{
    /// <summary>The shopper's number; every request through <see cref="ShopperCookie"/> has one.</summary>
    public static Guid Shopper(this ClaimsPrincipal user) => Guid.ParseExact(user.FindFirstValue(ShopperCookie.Claim)
        ?? throw new InvalidOperationException("The request did not pass the shopper's cookie."), "N");

    /// <summary>The shopper's number, in a circuit or while prerendering.</summary>
    public static async Task<Guid> ShopperAsync(this AuthenticationStateProvider state) =>
        (await state.GetAuthenticationStateAsync()).User.Shopper();
}
