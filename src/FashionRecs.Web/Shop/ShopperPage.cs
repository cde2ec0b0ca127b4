using FashionRecs.Core.Catalog;
using FashionRecs.Core.Experiments.Lifecycle;
using FashionRecs.Core.Experiments.Views;
using FashionRecs.Core.Explanations;
using FashionRecs.Storage.Shop;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Cards;
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

    [Inject]
    private ShopperArms Arms { get; set; } = default!;

    [Inject]
    private ShownViews Views { get; set; } = default!;

    [Inject]
    private ArmPreview Preview { get; set; } = default!;

    /// <summary>Where heat maps are.</summary>
    [Inject]
    protected MapAddress Maps { get; set; } = default!;

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    /// <summary>What to show and why, and what shoppers did.</summary>
    [Inject]
    protected ShopService Shop { get; set; } = default!;

    /// <summary>The shopper's number.</summary>
    protected Guid Shopper { get; private set; }

    /// <summary>What is known of the shopper; null until loaded.</summary>
    protected ShopperProfile? Profile { get; private set; }

    /// <summary>The catalog as the page shows it; null until loaded.</summary>
    protected CatalogSnapshot? Catalog { get; private set; }

    /// <summary>The arms of the experiments the shopper takes part in; usually none or one.</summary>
    protected IReadOnlyList<ShopperArm> TakesPart { get; private set; } = [];

    /// <summary>What part of the shop the page is to experiments.</summary>
    protected virtual ExplanationSurface Surface => ExplanationSurface.Cards;

    /// <summary>What an experiment shows of an explanation on this page; null where the shop shows it as it always does.</summary>
    protected ShownView? Shown(CatalogItem item, Explanation why, int position) =>
        TakesPart.FirstOrDefault(arm => arm.Experiment.Design.Surface.Meets(Surface)) is { } arm ? Views.Of(arm, item, why, position) : null;

    /// <summary>A card of this page, as the experiments the shopper takes part in show it.</summary>
    protected CardModel Card(CatalogItem item, Explanation why, ShopperProfile profile, int position)
    {
        var view = Shown(item, why, position);
        return CardModels.Of(item, why, profile, position) with { Shown = view, Map = view?.Map is { } value ? Maps.Of(item, value) : null };
    }

    /// <summary>Whether an experiment keeps this page from explaining in words.</summary>
    protected bool ShownWithoutWords => TakesPart.FirstOrDefault(arm => arm.Experiment.Design.Surface.Meets(Surface)) is
        { Arm.View: ExplanationView.None or ExplanationView.Box or ExplanationView.Map };

    /// <summary>What to hand back of a product where an experiment runs that does not decide this page; null where none runs.</summary>
    protected string? SealElsewhere(CatalogItem item) => TakesPart is [var arm, ..] ? Views.SealElsewhere(arm, item) : null;

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
            following ??= Activity.Follow(Shopper, RefreshAsync, OpenAgain);
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

    /// <summary>Opens the page as whoever the browser is now: this circuit keeps the shopper it began with.</summary>
    private void OpenAgain() => _ = InvokeAsync(() => Address.Refresh(forceReload: true));

    private async Task ReloadAsync()
    {
        var catalog = await Shop.CatalogAsync();
        var profile = await Shop.ShopperAsync(Shopper);
        var user = (await Users.GetAuthenticationStateAsync()).User;
        TakesPart = await Arms.OfAsync(ShopperArms.UnitOf(Shopper, profile, user), profile, catalog, Preview.AddressFor(user, Address.Uri));
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
