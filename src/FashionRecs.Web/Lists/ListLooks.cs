using System.Security.Claims;
using FashionRecs.Application.Settings;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Lists;

/// <summary>Keeps how each person wants each list to look. For one circuit.</summary>
public sealed class ListLooks(ISettingStore settings, AuthenticationStateProvider users)
{
    /// <summary>How the signed-in person wants a list.</summary>
    /// <param name="list">The list's code; never changes.</param>
    /// <param name="usual">How it looks to somebody who never chose.</param>
    public async Task<ListLook> ReadAsync(string list, ListLook? usual = null) =>
        await settings.TryGetAsync(await NameAsync(list)) is { Length: > 0 } kept ? ListLook.Read(kept) : usual ?? new();

    /// <summary>Keeps it, and returns it.</summary>
    public async Task<ListLook> KeepAsync(string list, ListLook choice)
    {
        await settings.SetAsync(await NameAsync(list), choice.Write());
        return choice;
    }

    private async Task<string> NameAsync(string list) =>
        $"lists.{list}.{(await users.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier)}";
}
