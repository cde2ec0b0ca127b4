using FashionRecs.Application.Shop;
using FashionRecs.Experiments.Lab;

namespace FashionRecs.Application.Research.Lab;

/// <summary>
/// Takes participants through their study. What was pressed twice, or on a page that is behind on another device, changes nothing. Safe to
/// share between threads.
/// </summary>
public sealed class LabVisits(IExperimentStore experiments, IParticipantStore participants, ShopService shop, TimeProvider time)
{
    private const int MostTries = 20;

    /// <summary>The number of whoever has a link; null where the study has no such link.</summary>
    public async Task<int?> NumberOfAsync(string experiment, string code, CancellationToken cancellation = default) =>
        await experiments.FindAsync(experiment, cancellation) is { Experiment.Design.Lab: not null }
            && new ParticipantCode(await experiments.PseudonymKeyAsync(experiment, cancellation)).TryRead(code) is { } number
            && await participants.FindAsync(experiment, number, cancellation) is not null ? number : null;

    /// <summary>A participant where they are; null where there is none of that number.</summary>
    public async Task<LabVisit?> FindAsync(string experiment, int number, CancellationToken cancellation = default) =>
        await experiments.FindAsync(experiment, cancellation) is { Experiment: { Design.Lab: { } plan } study }
            && await participants.FindAsync(experiment, number, cancellation) is var (participant, revision)
            ? new LabVisit(study, plan, participant, revision) : null;

    /// <summary>Agrees to take part, on a device.</summary>
    public async Task AgreeAsync(string experiment, int number, string device, CancellationToken cancellation = default)
    {
        // Of two who agree at the same moment one gets the next place.
        for (var tries = 0; tries < MostTries; tries++)
        {
            var place = await participants.NextPlaceAsync(experiment, cancellation);
            if (await ChangeAsync(experiment, number, visit => ParticipantActions.Agree(visit.Participant, place, device, time.GetUtcNow()),
                cancellation))
            {
                return;
            }
        }

        throw new IOException("Too many agreed to take part at once.");
    }

    /// <summary>Does not want to take part.</summary>
    public Task DeclineAsync(string experiment, int number, CancellationToken cancellation = default) =>
        ChangeAsync(experiment, number, visit => ParticipantActions.Decline(visit.Participant), cancellation);

    /// <summary>Was seen on a device.</summary>
    public Task SeenAsync(string experiment, int number, string device, CancellationToken cancellation = default) =>
        ChangeAsync(experiment, number, visit => ParticipantActions.SeenOn(visit.Participant, device), cancellation);

    /// <summary>How many more products are to be liked before a participant can go on.</summary>
    public async Task<int> LikesMissingAsync(LabVisit visit, CancellationToken cancellation = default)
    {
        var least = visit.Step switch
        {
            { Kind: LabStepKind.WarmUp } => visit.Plan.WarmUpLikes,
            { Kind: LabStepKind.Task, Part: var part } => visit.Plan.TaskOf(part).LeastLikes,
            _ => 0,
        };
        if (least == 0 || visit.Participant.ReachedAt(visit.Participant.Step) is not { } since)
        {
            return 0;
        }

        var liked = (await shop.ShopperAsync(visit.Participant.Unit, cancellation)).History.Events
            .Where(entry => entry.Event.Signal == Domain.Preferences.PreferenceSignal.Like && entry.Event.At >= since)
            .Select(entry => entry.Event.ProductId).Distinct().Count();
        return Math.Max(0, least - liked);
    }

    /// <summary>Goes on to the next step, with what was answered.</summary>
    /// <param name="from">The step that was on screen.</param>
    public async Task GoOnAsync(string experiment, int number, int from, IReadOnlyList<LabAnswer> answers, string comment,
        CancellationToken cancellation = default)
    {
        if (await FindAsync(experiment, number, cancellation) is { Runs: true } visit && await LikesMissingAsync(visit, cancellation) == 0)
        {
            await ChangeAsync(experiment, number, now => ParticipantActions.GoOn(now.Participant, from, now.Steps.Count, time.GetUtcNow(),
                answers, comment), cancellation);
        }
    }

    /// <summary>Takes the agreement back: all that they did and said is deleted, and that they withdrew is all that is kept.</summary>
    public async Task WithdrawAsync(string experiment, int number, CancellationToken cancellation = default)
    {
        if (await FindAsync(experiment, number, cancellation) is { Participant: { TakesPart: true } participant })
        {
            await shop.DeleteAsync(participant.Unit, cancellation);
        }
    }

    /// <summary>Whether nothing is left to do: it was changed, or there is nothing to change.</summary>
    private async Task<bool> ChangeAsync(string experiment, int number, Func<LabVisit, Participant?> change,
        CancellationToken cancellation) =>
        await FindAsync(experiment, number, cancellation) is not { Runs: true } visit || change(visit) is not { } changed
        || await participants.SaveAsync(experiment, changed, visit.Revision, cancellation);
}
