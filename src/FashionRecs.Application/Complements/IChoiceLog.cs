namespace FashionRecs.Application.Complements;

/// <summary>
/// What all shoppers liked or put into their bags and did not take back, read from the log of events. Safe to share between threads.
/// </summary>
public interface IChoiceLog
{
    /// <summary>Whether anything happened, in one small query.</summary>
    Task<ChoiceStamp> StampAsync(CancellationToken cancellation = default);

    /// <summary>The latest choices that stand, oldest first; more of them than anything could be learned from are left out.</summary>
    Task<IReadOnlyList<LoggedChoice>> AllAsync(CancellationToken cancellation = default);
}
