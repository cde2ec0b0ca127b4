using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Rankings;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Bag;
using FashionRecs.Web.Shop.Cards;
using FashionRecs.Web.Shop.Clicks;
using FashionRecs.Web.Shop.Lists;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace FashionRecs.Web.Shop;

/// <summary>A page about one shopper: loads for the shopper and again after each of their clicks, from whichever tab.</summary>
public abstract class ShopperPage : ComponentBase, IDisposable
{
    private IDisposable? following;
    private OpenList? list;
    private string walked = "";
    private string? told;
    private string? location;
    private bool relisting;

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

    [Inject]
    private SampleShopper Sample { get; set; } = default!;

    /// <summary>Where heat maps are.</summary>
    [Inject]
    protected MapAddress Maps { get; set; } = default!;

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private OpenLists Lists { get; set; } = default!;

    [Inject]
    private BagCount BagCount { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>The words of the shop.</summary>
    [Inject]
    protected IStringLocalizer<ShopTexts> Texts { get; set; } = default!;

    /// <summary>The page's scripts.</summary>
    [Inject]
    protected IJSRuntime Script { get; set; } = default!;

    /// <summary>What to show and why, and what shoppers did.</summary>
    [Inject]
    protected ShopService Shop { get; set; } = default!;

    /// <summary>The shopper's number.</summary>
    protected Guid Shopper { get; private set; }

    /// <summary>What is known of the shopper; null until loaded.</summary>
    protected ShopperProfile? Profile { get; private set; }

    /// <summary>The catalog as the page shows it; null until loaded.</summary>
    protected CatalogSnapshot? Catalog { get; private set; }

    /// <summary>What was learned from the last act that was done while the page was open, in words; null for nothing.</summary>
    protected string? Noted { get; private set; }

    /// <summary>Whether the list on the page would be another one now.</summary>
    protected bool IsBehind => list is not null && Profile is not null && list.IsBehind(Profile);

    /// <summary>
    /// The arms of the experiments the shopper takes part in, first the one that decides this page, if any; usually none or one.
    /// </summary>
    protected IReadOnlyList<ShopperArm> TakesPart { get; private set; } = [];

    /// <summary>What part of the shop the page is to experiments.</summary>
    protected virtual ExplanationSurface Surface => ExplanationSurface.Cards;

    /// <summary>
    /// What the page itself shows of an explanation, as the experiment that decides it has it, else as the shop does. What is done there
    /// tells also of the shopper's other experiments.
    /// </summary>
    protected RenderedExplanation Explained(CatalogItem item, Explanation why)
    {
        var arm = Deciding(Surface);
        return Explanations.Explain(arm, new(item, why, ExplanationPlace.ProductPage), 0,
            arm is null ? [] : TakesPart.Where(other => other != arm));
    }

    /// <summary>
    /// A card of this page, as the experiments the shopper takes part in show it: the one about cards, also on a product's page; where
    /// there is none, the one about that page, so that its cards do not say what the page keeps back.
    /// </summary>
    protected CardModel Card(ShopSnapshot shop, CatalogItem item, int position) => Card(shop, item, shop.Explain(item), position);

    /// <summary>A card of what the shopper chose, which needs no reason.</summary>
    protected CardModel ChosenCard(ShopSnapshot shop, CatalogItem item, int position) => Card(shop, item, Explanation.None, position);

    /// <summary>
    /// A card that goes with the product of the page, with the sum that ranked it. Experiments compare explanations by values and regions,
    /// of which it has none: they
    /// only keep it silent (<see cref="PairsInSilence"/>).
    /// </summary>
    protected CardModel CompanionCard(ShopSnapshot shop, CatalogItem item, Explanation why, int position) => PairsInSilence
        ? CardModels.Of(item, null, shop.Shopper, position)
        : CardModels.Of(item, Explanations.Explain(null, new(item, why), position), shop.Shopper, position) with { Sum = why };

    /// <summary>
    /// The row in which two rankings of an experiment take turns, each product with the code of the one that picked it; null without such
    /// an experiment.
    /// </summary>
    /// <param name="seed">As for the page.</param>
    protected IReadOnlyList<(CatalogItem Item, string Ranking)>? Interleaved(ShopSnapshot shop, int seed) =>
        Deciding(Surface) is { Experiment.Design.Interleaving: { } rankings } arm
            ? InterleavedRow.Of(shop, rankings, arm.Unit.Id, arm.Phase.Seed, seed) : null;

    /// <summary>A card of that row.</summary>
    protected CardModel PickedCard(ShopSnapshot shop, CatalogItem item, int position, string ranking)
    {
        var explained = Explanations.ExplainPick(Deciding(Surface)!, new(item, shop.Explain(item)), position, ranking);
        return CardModels.Of(item, explained, shop.Shopper, position) with { Map = MapOf(item, explained), Ranking = ranking };
    }

    private CardModel Card(ShopSnapshot shop, CatalogItem item, Explanation why, int position)
    {
        var explained = Explanations.Explain(Deciding(ExplanationSurface.Cards) ?? Deciding(Surface), new(item, why), position);
        return CardModels.Of(item, explained, shop.Shopper, position) with { Map = MapOf(item, explained) };
    }

    /// <summary>Address of the map that an explanation lays over the picture; null where it has none, or the picture.</summary>
    protected string? MapOf(CatalogItem item, RenderedExplanation explained) =>
        explained.Composed.Map?.Values is [var value, ..] values ? Maps.Of(item, value, values.Count > 1) : null;

    /// <summary>
    /// Whether an experiment keeps pairings from being explained, here or on cards, because some arm of it keeps back why: true words
    /// beside the views would be in some arms and not in others.
    /// </summary>
    protected bool PairsInSilence =>
        TakesPart.Any(arm => (arm.Experiment.Design.Surface.Meets(Surface) || arm.Experiment.Design.Surface.Meets(ExplanationSurface.Cards))
        && !arm.Phase.LetsPageSayWhy);

    /// <summary>Whether an experiment keeps titles from explaining.</summary>
    protected bool TitlesInSilence => Deciding(Surface) is { Phase.LetsPageSayWhy: false };

    /// <summary>Whether what the page picks is explained in words, in every arm of the experiment that decides it.</summary>
    protected bool PicksSpeak => Deciding(Surface)?.Phase.EveryArmHasWords ?? true;

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
            if (location is null)
            {
                location = Address.Uri;
                Address.LocationChanged += Relist;
            }

            following ??= Activity.Follow(Shopper, RefreshAsync, OpenAgain);
        }
    }

    /// <summary>Works out what else the page shows.</summary>
    protected abstract void Load(ShopSnapshot shop);

    /// <summary>What the page lists, where it is one page alone: as for what has several.</summary>
    protected OpenList Listed(ShopSnapshot shop, string walk, Func<ShopSnapshot, (string Heading, IReadOnlyList<ShelfModel> Shelves)> make,
        Func<CardModel, CardModel> anew)
    {
        return Listed(shop, walk, Made, anew);

        (string, IReadOnlyList<ShelfModel>, IReadOnlyList<string>) Made(ShopSnapshot at, IReadOnlyList<string> order)
        {
            var (heading, shelves) = make(at);
            return (heading, shelves, order);
        }
    }

    /// <summary>
    /// What the page lists. It is made once and stays as it is, whatever the shopper does meanwhile, until it is asked for anew; Back
    /// brings it as it was.
    /// </summary>
    /// <param name="shop">The shop now.</param>
    /// <param name="walk">What pages of one list have in common; who goes from one to the next goes on in the same order.</param>
    /// <param name="make">Makes heading, rows and order for a moment; gets the order in which the shopper goes on, empty at first.</param>
    /// <param name="anew">Makes a card anew, where what it says is not so any more.</param>
    protected OpenList Listed(ShopSnapshot shop, string walk,
        Func<ShopSnapshot, IReadOnlyList<string>, (string Heading, IReadOnlyList<ShelfModel> Shelves, IReadOnlyList<string> Order)> make,
        Func<CardModel, CardModel> anew)
    {
        // What a list says is in one language; another one makes another list.
        var arms = string.Join(' ', TakesPart
            .Select(arm => $"{arm.Experiment.Key}:{arm.Phase.Number}:{arm.Arm.Key}:{arm.IsPreview}").Prepend(Texts.Language().Code));
        var kept = list?.Address == Here
            ? list : relisting ? null : Lists.Find(Shopper, Address.HistoryEntryState) is { } back && back.Address == Here ? back : null;
        if (kept is null || kept.Arms != arms || !IsRankedAlike(kept))
        {
            var before = list is { } open && walked == walk && open.Arms == arms && IsRankedAlike(open) ? open : null;
            var then = before?.Then ?? shop.Shopper;
            var (heading, shelves, order) = make(shop.As(then), before?.Order ?? []);
            kept = new OpenList(Guid.NewGuid().ToString("N"), Here, arms, then, heading, shelves, Time.GetUtcNow()) { Order = order };
        }

        (walked, relisting) = (walk, false);
        Replace(kept);
        return kept.Now(shop, anew);

        // Whoever asks for the same as everybody gets, or for their own picks again, asks for another list.
        bool IsRankedAlike(OpenList made) => made.Then.SameForEverybody == shop.Shopper.SameForEverybody;
    }

    /// <summary>
    /// Seed of what is drawn by chance on the first page: the same for the same state, so that a page that is opened again is the same
    /// page.
    /// </summary>
    protected int Seed(ShopperProfile profile) =>
        ShopSnapshot.SeedOf(Shopper, profile, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));

    /// <summary>What the page lists, as it was made.</summary>
    protected OpenList? AsMade => list;

    /// <summary>Goes on with what became of the list.</summary>
    protected void Replace(OpenList changed)
    {
        list = changed;
        if (RendererInfo.IsInteractive)
        {
            Lists.Keep(Shopper, changed);
        }
    }

    /// <summary>Makes the list anew, from its beginning.</summary>
    protected async Task RelistAsync()
    {
        (list, walked, Noted, relisting) = (null, "", null, true);
        await RefreshAsync();
        await Script.InvokeVoidAsync("fashionRecs.refreshed");
    }

    /// <summary>Whoever presses the link to the very page asks for it anew.</summary>
    private void Relist(object? sender, LocationChangedEventArgs change)
    {
        if (change.IsNavigationIntercepted && change.Location == location)
        {
            (list, walked) = (null, "");
            _ = RefreshAsync();
        }

        location = change.Location;
    }

    /// <summary>The page's address, without host and place in the page.</summary>
    private string Here => "/" + Address.ToBaseRelativePath(Address.Uri).Split('#')[0];

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (list is not { } shown || shown.Key == told)
        {
            return;
        }

        var isFirst = told is null;
        told = shown.Key;
        if (isFirst && Lists.Find(Shopper, await Script.InvokeAsync<string?>("fashionRecs.returning")) is { } kept && kept.Address == Here)
        {
            (list, told) = (kept, kept.Key);
            await RefreshAsync();
        }

        // By the list's own address: meanwhile the browser may have gone on, or back.
        await Script.InvokeVoidAsync("fashionRecs.listed", told, shown.Address);
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
        var preview = await Preview.OfAsync(user, Address.Uri);
        if (preview is not null && shop.Shopper.History.Events.Count == 0)
        {
            // Nobody without a taste sees an explanation, so that a researcher would look at arms that show nothing.
            shop = shop.As(Sample.Of(shop.Catalog));
        }

        var arms = await Arms.OfAsync(ShopperArms.UnitOf(Shopper, shop.Shopper, user), shop, preview, StudyPass.Of(user));
        // Who asked for the same as everybody gets is in no experiment on why.
        TakesPart = shop.Shopper.SameForEverybody ? [] : [.. arms.OrderByDescending(arm => arm.Experiment.Design.Surface.Meets(Surface))];
        Load(shop);
        // Words that teach why would spoil the comparison with arms that keep it back.
        Noted = Profile is null || PairsInSilence || shop.Shopper.SameForEverybody
            ? null : LearnedWords.Of(Profile, shop.Shopper, shop.Catalog, Noted, Texts);
        (Catalog, Profile) = (shop.Catalog, shop.Shopper);
        BagCount.Take(shop.Catalog, shop.Shopper);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Address.LocationChanged -= Relist;
        following?.Dispose();
        GC.SuppressFinalize(this);
    }
}
