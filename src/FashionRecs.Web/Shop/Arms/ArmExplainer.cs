using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Explains products to a shopper as their arm has it, and as the shop does where they are in none. Thread-safe.</summary>
public sealed class ArmExplainer(ExposureToken tokens)
{
    private static readonly AsTheShop Shop = new();

    /// <summary>What is drawn for one product.</summary>
    /// <param name="arm">The shopper's arm; null where no experiment decides the place.</param>
    /// <param name="subject">The product and why it has its score.</param>
    /// <param name="position">Zero-based position on the page.</param>
    /// <param name="others">The shopper's arms in other experiments, where what is done in the place tells of them, too.</param>
    public RenderedExplanation Explain(ShopperArm? arm, ExplanationSubject subject, int position, params IEnumerable<ShopperArm> others)
    {
        if (arm is null)
        {
            return ExplanationRenderer.Render(Shop.Compose(subject));
        }

        var composed = arm.Compose(subject);
        if (arm.Experiment.Design.Interleaving is not null)
        {
            // Seen without a turn of either ranking: no exposure, but it tells what the shopper went on to do.
            return ExplanationRenderer.Render(composed, MayBeArgued(arm.Phase), tokens.Elsewhere(arm, subject.Item.Product.Id));
        }

        // What no arm could explain is no exposure in any, so that arms differ in the view alone. Where they rank differently, another list
        // could be explained in each: there, whatever is on screen exposes.
        var isLogged = subject.Reasons.Count > 0 || arm.Phase.RanksDifferently;
        var token = isLogged ? tokens.Create(arm, subject, composed, position, others) : null;
        return ExplanationRenderer.Render(composed, MayBeArgued(arm.Phase), token);
    }

    /// <summary>What is drawn for a product that one of two interleaved rankings picked.</summary>
    /// <param name="ranking">Code of that ranking.</param>
    public RenderedExplanation ExplainPick(ShopperArm arm, ExplanationSubject subject, int position, string ranking)
    {
        var composed = arm.Compose(subject);
        return ExplanationRenderer.Render(composed, MayBeArgued(arm.Phase), tokens.Create(arm, subject, composed, position, [], ranking));
    }

    /// <summary>
    /// Whether more or less of a named value can be asked for: only where every arm says why, so that arms differ in the explanation and
    /// not in what can be taught to the shop with it.
    /// </summary>
    private static bool MayBeArgued(Phase phase) => phase.Arms.All(arm => arm.Weight == 0 || arm.View is { SaysWhy: true });
}
