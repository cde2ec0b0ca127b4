using FashionRecs.Application.Research;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Shop.Clicks;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Ties likes, bags and hides to the exposures of the shopper who made them.</summary>
public sealed class ClickOutcomes(ExposureLogger shown, ExposureToken tokens, RunningExperiments running, IExposureStore store,
    TimeProvider time)
{
    /// <summary>Logs what a click means for the experiments the shopper takes part in; other clicks mean nothing to them.</summary>
    /// <param name="click">The click.</param>
    /// <param name="shopper">Who made it.</param>
    /// <param name="before">The shopper before the click was learned from.</param>
    public async Task WriteAsync(ClickMessage click, Guid shopper, ShopperProfile before)
    {
        if (KindOf(click, before) is not { } kind)
        {
            return;
        }

        var fact = tokens.TryOpen(click.Shown);
        if (fact is not null)
        {
            await shown.WriteAsync(Id(fact.Experiment), click.Shown, shopper, kind, 1, click.Device);
        }

        // Where the click carries no token of an experiment, as on a page without explanations, the unit's exposure is enough.
        var phases = await running.CurrentPhasesAsync();
        foreach (var exposure in await store.OfUnitAsync(shopper.ToString()))
        {
            if (exposure.Experiment != fact?.Experiment && phases.Contains(exposure.Id))
            {
                await store.LogAsync(new Outcome(Id(exposure.Id), exposure.Id, kind, time.GetUtcNow(), 1, click.Product));
            }
        }

        // A like that arrives again after the product was opened is still the one like, so its kind is no part of its number.
        Guid Id(string about) => OutcomeIdentity.Of(about, kind == OutcomeKind.LikeOpened ? OutcomeKind.Like : kind, click.Id.ToString());
    }

    private static OutcomeKind? KindOf(ClickMessage click, ShopperProfile before) => click.Kind?.ToLowerInvariant() switch
    {
        "like" => before.History.Events.Any(entry => entry.Event.Signal == PreferenceSignal.View && entry.Event.ProductId == click.Product)
            ? OutcomeKind.LikeOpened
            : OutcomeKind.Like,
        "bag" => OutcomeKind.Bag,
        "hide" => OutcomeKind.Hide,
        _ => null,
    };
}
