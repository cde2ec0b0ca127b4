namespace FashionRecs.Application.Jobs;

/// <summary>
/// Thrown by a kind of work that knows itself when it is worth being tried again, and when to give up: it does not count as a try.
/// </summary>
/// <param name="reason">What stood in the way, in a sentence.</param>
/// <param name="pause">How long it rests, unless it is asked for again meanwhile.</param>
public sealed class JobRestsException(string reason, TimeSpan pause) : IOException(reason)
{
    /// <summary>How long it rests.</summary>
    public TimeSpan Pause => pause;
}
