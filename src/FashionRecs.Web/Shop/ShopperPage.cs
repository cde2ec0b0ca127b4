using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Cards;
using FashionRecs.Web.Shop.Pairings;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Shop;

/// <summary>A page about one shopper: loads for the shopper and again after each of their clicks, from whichever tab.</summary>
public abstract class ShopperPage : ComponentBase, IDisposable
{
    private IDisposable? following;
    private PairingFollower? pairings;

    [Inject]
    private AuthenticationStateProvider Users { get; set; } = default!;

    [Inject]
    private ShopperActivity Activity { get; set; } = default!;

    [Inject]
    private ShopperArms Arms { get; set; } = default!;

    [Inject]
    private ArmExplainer Explanations { get; set; } = default!;

    [Inject]
    private ExposureToken Tokens { get; set; } = default!;

    [Inject]
    private ArmPreview Preview { get; set; } = default!;

    /// <summary>What goes with what was chosen.</summary>
    [Inject]
    protected PairingService Pairings { get; set; } = default!;

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

    /// <summary>The arms of the experiments the shopper takes part in, first the one that decides this page, if any; usually none or one.</summary>
    protected IReadOnlyList<ShopperArm> TakesPart { get; private set; } = [];

    /// <summary>What part of the shop the page is to experiments.</summary>
    protected virtual ExplanationSurface Surface => ExplanationSurface.Cards;

    /// <summary>
    /// What the page itself shows of an explanation, as the experiment that decides it has it, else as the shop does. What is done there tells also of the shopper's
    /// other experiments.
    /// </summary>
    protected RenderedExplanation Explained(CatalogItem item, Explanation why)
    {
        var arm = Deciding(Surface);
        return Explanations.Explain(arm, new(item, why, ExplanationPlace.ProductPage), 0, arm is null ? [] : TakesPart.Where(other => other != arm));
    }

    /// <summary>
    /// A card of this page, as the experiments the shopper takes part in show it: the one about cards, also on a product's page; where there is none, the one about
    /// that page, so that its cards do not say what the page keeps back.
    /// </summary>
    protected CardModel Card(ShopSnapshot shop, CatalogItem item, int position) => Card(shop, item, shop.Explain(item), position);

    /// <summary>A card of what the shopper chose, which needs no reason.</summary>
    protected CardModel ChosenCard(ShopSnapshot shop, CatalogItem item, int position) => Card(shop, item, Explanation.None, position);

    private CardModel Card(ShopSnapshot shop, CatalogItem item, Explanation why, int position)
    {
        var explained = Explanations.Explain(Deciding(ExplanationSurface.Cards) ?? Deciding(Surface), new(item, why), position);
        return CardModels.Of(item, explained, shop.Shopper, position) with { Map = MapOf(item, explained) };
    }

    /// <summary>A card that goes with what was chosen. Experiments compare explanations by values and regions, of which it has none: they only keep it silent.</summary>
    protected CardModel Card(ShopSnapshot shop, Pairing pairing, int position, string? about = null) =>
        CardModels.Of(pairing.Item, null, shop.Shopper, position) with { Pairing = PairsInSilence ? null : PairingView.Of(pairing, shop.Shopper, about) };

    /// <summary>Address of the map that an explanation lays over the picture; null where it has none, or the picture.</summary>
    protected string? MapOf(CatalogItem item, RenderedExplanation explained) => explained.Composed.Map?.Values is [var value, ..] values ? Maps.Of(item, value, values.Count > 1) : null;

    /// <summary>
    /// Whether an experiment keeps pairings from being explained, here or on cards, because its arm's view keeps back why and true words beside it would spoil the
    /// comparison.
    /// </summary>
    protected bool PairsInSilence => TakesPart.Any(arm => (arm.Experiment.Design.Surface.Meets(Surface) || arm.Experiment.Design.Surface.Meets(ExplanationSurface.Cards))
        && !arm.View.LetsPageSayWhy);

    /// <summary>Whether an experiment keeps titles from explaining.</summary>
    protected bool TitlesInSilence => Deciding(Surface) is { View.LetsPageSayWhy: false };

    /// <summary>Whether what the page picks is explained in words.</summary>
    protected bool PicksSpeak => Deciding(Surface)?.View.HasWords ?? true;

    /// <summary>How an experiment has this page ranked.</summary>
    protected RankingChoice Ranking => Deciding(Surface)?.Arm.Ranking ?? RankingChoice.AsTheShop;

    /// <summary>What to hand back of a product where an experiment runs that does not decide this page; null where none runs.</summary>
    protected string? TokenElsewhere(CatalogItem item) => TakesPart is [var arm, ..] ? Tokens.Elsewhere(arm, item.Product.Id) : null;

    private ShopperArm? Deciding(ExplanationSurface place) => TakesPart.FirstOrDefault(arm => arm.Experiment.Design.Surface.Meets(place));

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

    /// <summary>Works out what else the page shows.</summary>
    protected abstract void Load(ShopSnapshot shop);

    /// <summary>
    /// What goes with what was chosen, as far as it is known at once; the page is loaded again when the newest is worked out. Prerendering does not wait for that.
    /// </summary>
    /// <param name="question">What was chosen, or null.</param>
    /// <param name="shown">What the page has shown till now.</param>
    protected IReadOnlyList<Pairing> Paired(PairingQuestion? question, IReadOnlyList<Pairing> shown)
    {
        var known = question is null ? [] : Pairings.Known(question) ?? shown;
        if (RendererInfo.IsInteractive)
        {
            pairings ??= new PairingFollower(Pairings, RefreshAsync);
            pairings.Follow(question, known);
        }

        return known;
    }

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
        var shop = await Shop.OpenAsync(Shopper);
        var user = (await Users.GetAuthenticationStateAsync()).User;
        var arms = await Arms.OfAsync(ShopperArms.UnitOf(Shopper, shop.Shopper, user), shop, await Preview.OfAsync(user, Address.Uri));
        TakesPart = [.. arms.OrderByDescending(arm => arm.Experiment.Design.Surface.Meets(Surface))];
        Load(shop);
        (Catalog, Profile) = (shop.Catalog, shop.Shopper);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        following?.Dispose();
        pairings?.Dispose();
        GC.SuppressFinalize(this);
    }
}
