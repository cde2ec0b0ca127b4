using FashionRecs.Storage.Shop;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Shop;

/// <summary>A page about one shopper: loads for the shopper and again after each of their clicks, from whichever tab.</summary>
public abstract class ShopperPage : ComponentBase, IDisposable
{
    private IDisposable? following;

    [Inject]
    private AuthenticationStateProvider Users { get; set; } = default!;

    [Inject]
    private ShopperActivity Activity { get; set; } = default!;

    /// <summary>What to show and why, and what shoppers did.</summary>
    [Inject]
    protected ShopService Shop { get; set; } = default!;

    /// <summary>The shopper's number.</summary>
    protected Guid Shopper { get; private set; }

    /// <summary>What is known of the shopper; null until loaded.</summary>
    protected ShopperProfile? Profile { get; private set; }

    /// <summary>The catalog as the page shows it; null until loaded.</summary>
    protected CatalogSnapshot? Catalog { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Shopper == Guid.Empty)
        {
            Shopper = await Users.ShopperAsync();
        }

        await ReloadAsync();
        if (RendererInfo.IsInteractive)
        {
            following ??= Activity.Follow(Shopper, RefreshAsync);
        }
    }

    /// <summary>Loads what else the page shows.</summary>
    protected abstract Task LoadAsync(CatalogSnapshot catalog, ShopperProfile profile);

    /// <summary>Loads again and shows what changed.</summary>
    protected Task RefreshAsync() => InvokeAsync(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    });

    private async Task ReloadAsync()
    {
        var catalog = await Shop.CatalogAsync();
        var profile = await Shop.ShopperAsync(Shopper);
        await LoadAsync(catalog, profile);
        (Catalog, Profile) = (catalog, profile);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        following?.Dispose();
        GC.SuppressFinalize(this);
    }
}
