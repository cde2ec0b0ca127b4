namespace FashionRecs.Experiments.Lifecycle;

/// <summary>One shopper as an experiment sees them.</summary>
/// <param name="Id">The shopper's number as text; the same on every device once signed in.</param>
/// <param name="FirstSeen">When they first did something in the shop; null if never.</param>
/// <param name="SignedIn">Whether they have an account.</param>
public sealed record ExperimentUnit(string Id, DateTimeOffset? FirstSeen = null, bool SignedIn = false)
{
    /// <summary>Whether the unit belongs to an audience of a phase that began at <paramref name="start"/>.</summary>
    public bool Belongs(Audience audience, DateTimeOffset start) => audience switch
    {
        Audience.KnownBefore => FirstSeen < start,
        Audience.NewSinceStart => !(FirstSeen < start),
        Audience.SignedIn => SignedIn,
        Audience.Anonymous => !SignedIn,
        _ => true,
    };
}
