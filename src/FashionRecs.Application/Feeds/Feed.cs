namespace FashionRecs.Application.Feeds;

/// <summary>A list of products that the shop fetches from an address, again and again. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Every">How long from one run to the next.</param>
/// <param name="Person">Who made it.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Next">When it is due.</param>
public sealed record Feed(Guid Id, string Name, string Address, TimeSpan Every, string Person, DateTimeOffset Created, DateTimeOffset Next)
{
    /// <summary>Whether it does not run until somebody lets it go on.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What became of the last run; null before the first.</summary>
    public FeedRun? Last { get; init; }
}
