namespace FashionRecs.Experiments.Lifecycle;

/// <summary>
/// Who may take part. Each is decided by something that no longer changes once a phase began, so that nobody enters or leaves
/// an experiment because of what its arm made them do.
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
