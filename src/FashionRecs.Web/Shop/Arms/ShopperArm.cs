using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>The arm that a shopper is in, and what it makes of explanations.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Phase">Its phase; for a preview of one that does not run, a phase that is never logged.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Unit">The shopper.</param>
/// <param name="Hidden">Why the product that the shopper last hid had its score; null where none was hidden.</param>
/// <param name="IsPreview">Whether a researcher only looks at the arm; then nothing is logged.</param>
public sealed record ShopperArm(Experiment Experiment, Phase Phase, Arm Arm, ExperimentUnit Unit, Explanation? Hidden, bool IsPreview)
{
    /// <summary>Number of the shopper's exposure to the arm, whether or not there was one.</summary>
    public string ExposureId => Exposure.IdOf(Experiment.Key, Phase.Number, Arm.Key, Unit.Id);

    /// <summary>The arm's view; of an arm whose draft has none yet, the one that shows nothing.</summary>
    public ExplanationView View => Arm.View ?? new NoExplanation();

    /// <summary>What the arm shows of an explanation.</summary>
    public ComposedExplanation Compose(ExplanationSubject subject) =>
        View.Compose(subject with { Hidden = Hidden, Seed = $"{Phase.Seed}:{Unit.Id}" });
}
