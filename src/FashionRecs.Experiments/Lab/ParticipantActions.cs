namespace FashionRecs.Experiments.Lab;

/// <summary>
/// What participants do. Each returns the participant after it, or null where it means nothing (any more), as a page that was sent twice or
/// is open on a second device.
/// </summary>
public static class ParticipantActions
{
    /// <summary>Longest comment.</summary>
    public const int LongestComment = 2000;

    /// <summary>Agrees to take part.</summary>
    /// <param name="place">How many agreed before.</param>
    /// <param name="device">Where they agreed.</param>
    public static Participant? Agree(Participant participant, int place, string device, DateTimeOffset at) =>
        participant is { Step: 0, Withdrew: false, Place: null }
            ? participant with { Step = 1, Place = place, Device = device, Reached = [at], Declined = false } : null;

    /// <summary>Does not want to take part.</summary>
    public static Participant? Decline(Participant participant) =>
        participant is { Step: 0, Withdrew: false, Declined: false } ? participant with { Declined = true } : null;

    /// <summary>Goes on from a step to the next, once.</summary>
    /// <param name="from">The step that was on screen.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="answers">What was answered there.</param>
    public static Participant? GoOn(Participant participant, int from, int steps, DateTimeOffset at,
        IReadOnlyList<LabAnswer>? answers = null, string comment = "") =>
        participant.TakesPart && participant.Step == from && from >= 1 && from < steps - 1
            ? participant with
            {
                Step = from + 1,
                // A clock that was moved back must not make a part end before it began.
                Reached = [.. participant.Reached, participant.Reached is [.., var last] && last > at ? last : at],
                Answers = [.. participant.Answers, .. answers ?? []],
                Comment = comment.Length > 0 ? comment[..Math.Min(comment.Length, LongestComment)] : participant.Comment,
            }
            : null;

    /// <summary>Takes the agreement back, whenever; all that was said is gone.</summary>
    public static Participant? Withdraw(Participant participant) => participant.TakesPart
        ? participant with { Withdrew = true, Answers = [], Comment = "", Reached = [], Device = null, OnTwoDevices = false } : null;

    /// <summary>Took part so long ago that nothing they said is kept; null where nothing is kept anyway.</summary>
    public static Participant? Expire(Participant participant) => participant.TakesPart
        ? participant with { Expired = true, Answers = [], Comment = "", Reached = [], Device = null, OnTwoDevices = false } : null;

    /// <summary>Was seen on a device; null where that changes nothing.</summary>
    public static Participant? SeenOn(Participant participant, string device) =>
        participant is { TakesPart: true, OnTwoDevices: false, Device: { } first } && first != device
            ? participant with { OnTwoDevices = true } : null;
}
