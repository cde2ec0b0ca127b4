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
        // What no arm could explain is no exposure in any, so that arms differ in the view alone. Where they rank differently, another list
        // could be explained in each: there, whatever is on screen exposes.
        var isLogged = subject.Reasons.Count > 0 || arm.Phase.RanksDifferently;
        var token = isLogged ? tokens.Create(arm, subject, composed, position, others) : null;
        return ExplanationRenderer.Render(composed, MayBeArgued(arm.Phase), token);
    }

    /// <summary>
    /// Whether more or less of a named value can be asked for: only where every arm says why, so that arms differ in the explanation and
    /// not in what can be taught to the shop with it.
    /// </summary>
    private static bool MayBeArgued(Phase phase) => phase.Arms.All(arm => arm.Weight == 0 || arm.View is { SaysWhy: true });
}
