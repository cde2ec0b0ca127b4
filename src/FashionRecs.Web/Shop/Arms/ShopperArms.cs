using System.Security.Claims;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Shop.Studies;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Finds the arms of a shopper. It depends on the shopper's number and the running experiments alone, so prerendering, the
/// circuit, a restart and another device of the same account agree. Thread-safe.
/// </summary>
public sealed class ShopperArms(RunningExperiments running, LabVisits visits)
{
    /// <summary>The arms, one per running experiment that the shopper takes part in; a preview comes alone.</summary>
    /// <param name="unit">The shopper.</param>
    /// <param name="shop">The shop as it is for them, for what they hid.</param>
    /// <param name="preview">The arm that a researcher looks at; null for everybody else.</param>
    /// <param name="study">The study that they take part in by a link; null for everybody else.</param>
    public async Task<IReadOnlyList<ShopperArm>> OfAsync(ExperimentUnit unit, ShopSnapshot shop, (Experiment Experiment, int Arm)? preview,
        StudyPass? study = null)
    {
        if (preview is var (looked, number))
        {
            var arms = ArmLinks.ArmsOf(looked);
            return [new ShopperArm(looked, looked.Current ?? new Phase(0, looked.Key, arms, 0, DateTimeOffset.UnixEpoch), arms[number],
                unit, Hidden(shop), true)];
        }

        if (study is not null)
        {
            return await visits.FindAsync(study.Experiment, study.Number) is { Runs: true } visit
                ? [InStudy(visit, unit, Hidden(shop))] : [];
        }

        var dealt = (await running.AllAsync()).Select(experiment => (experiment, Arm: experiment.ArmOf(unit)))
            .Where(pair => pair.Arm is not null).ToArray();
        var hidden = dealt.Length > 0 ? Hidden(shop) : null;
        return [.. dealt.Select(pair => new ShopperArm(pair.experiment, pair.experiment.Current!, pair.Arm!, unit, hidden, false))];
    }

    /// <summary>
    /// The arm of a participant: in no other experiment. Between their parts nothing is explained and nothing is logged, so that no arm
    /// is seen but when it is to be.
    /// </summary>
    private static ShopperArm InStudy(LabVisit visit, ExperimentUnit unit, Explanation? hidden)
    {
        var (experiment, phase) = (visit.Experiment, visit.Experiment.Phases[0]);
        var silent = new Arm("none", 1, new NoExplanation());
        return visit.Arm is { } arm ? new ShopperArm(experiment, phase, arm, unit, hidden, IsPreview: false)
            : new ShopperArm(experiment, phase with { Arms = [silent] }, silent, unit, null, IsPreview: true);
    }

    /// <summary>The shopper as experiments see them.</summary>
    public static ExperimentUnit UnitOf(Guid shopper, ShopperProfile profile, ClaimsPrincipal user) => new(
        shopper.ToString(),
        profile.History.Events is [var first, ..] ? first.Event.At : null,
        user.Identities.Any(identity => identity.IsAuthenticated && identity.Name is not null));

    private static Explanation? Hidden(ShopSnapshot shop) =>
        shop.Shopper.History.Events.LastOrDefault(entry => entry.Event.Signal == PreferenceSignal.Hide).Event?.ProductId is { } id
            && shop.Catalog.TryFind(id) is { } item
            ? shop.Explain(item)
            : null;
}
