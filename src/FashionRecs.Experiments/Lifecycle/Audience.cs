namespace FashionRecs.Experiments.Lifecycle;

/// <summary>
/// Who may take part. When somebody was first seen no longer changes once a phase began, so that nobody enters or leaves an experiment
/// because of what its arm made them do. Signing in does: in an experiment on whoever is not signed in, an arm that makes people sign up
/// loses them.
/// </summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Everyone,

    /// <summary>Whoever did something in the shop before the phase began.</summary>
    KnownBefore,

    /// <summary>Whoever did nothing in the shop before the phase began.</summary>
    NewSinceStart,

    /// <summary>Whoever is signed in; the same person on every device.</summary>
    SignedIn,

    /// <summary>Whoever is not signed in.</summary>
    Anonymous,
}
