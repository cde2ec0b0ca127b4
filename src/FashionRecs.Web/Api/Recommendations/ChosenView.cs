using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>The view that explains an answer: the shop's own, one that was asked for, or that of a shopper's arm.</summary>
/// <param name="Arm">The arm; null where no experiment decides.</param>
/// <param name="View">The view where none does.</param>
/// <param name="Seed">Seed of what the view draws by chance.</param>
/// <param name="Explainer">Explains as an arm has it.</param>
internal sealed record ChosenView(ShopperArm? Arm, ExplanationView View, string Seed, ArmExplainer Explainer)
{
    /// <summary>How the arm's page is ranked.</summary>
    public RankingChoice Ranking => Arm?.Arm.Ranking ?? RankingChoice.AsTheShop;

    /// <summary>What is shown of why, and what to hand back once it was on screen.</summary>
    public (ComposedExplanation Composed, string? Shown) Explain(CatalogItem item, Explanation why, ExplanationPlace place, int position)
    {
        var subject = new ExplanationSubject(item, why, place);
        if (Arm is null)
        {
            return (View.Compose(subject with { Seed = Seed }), null);
        }

        var rendered = Explainer.Explain(Arm, subject, position);
        return (rendered.Composed, rendered.Token);
    }
}

/// <summary>Finds the view that somebody asks for. Thread-safe.</summary>
internal sealed class ChosenViews(ShopperArms arms, ArmExplainer explainer)
{
    private static readonly AsTheShop Shop = new();

    /// <summary>Finds it.</summary>
    /// <param name="shopper">The shopper.</param>
    /// <param name="opened">The shop as it is for them.</param>
    /// <param name="view">Code of a view; null for the shop's own.</param>
    /// <param name="experiment">Key of a running experiment; null for none.</param>
    /// <param name="surface">Where it is shown.</param>
    /// <param name="seed">Seed of what is drawn by chance.</param>
    /// <exception cref="ApiRefusedException">There is no such view or experiment.</exception>
    public async Task<ChosenView> FindAsync(Guid shopper, ShopSnapshot opened, string? view, string? experiment, ExplanationSurface surface,
        int seed)
    {
        if (experiment is null)
        {
            return new ChosenView(null, view is null ? Shop : ExplanationViews.TryFind(view)
                ?? throw ApiRefusedException.Bad($"A view is one of {string.Join(", ", ExplanationViews.All)}."), $"{seed}", explainer);
        }

        if (view is not null)
        {
            throw ApiRefusedException.Bad("Ask for a view or for an experiment: the arm decides the view.");
        }

        // Who asked for the same as everybody gets is in no experiment on why.
        var taking = shopper == Guid.Empty || opened.Shopper.SameForEverybody ? []
            : await arms.OfAsync(UnitOf(shopper, opened.Shopper), opened, null);
        return new ChosenView(
            taking.FirstOrDefault(arm => arm.Experiment.Key == experiment && arm.Experiment.Design.Surface.Meets(surface)),
            Shop, $"{seed}", explainer);
    }

    /// <summary>A shopper as experiments see them; with the recommender itself nobody whom another shop sends is signed in.</summary>
    public static ExperimentUnit UnitOf(Guid shopper, ShopperProfile profile) =>
        ShopperArms.UnitOf(shopper, profile, new System.Security.Claims.ClaimsPrincipal());
}
