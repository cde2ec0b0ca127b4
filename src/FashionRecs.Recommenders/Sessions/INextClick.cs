namespace FashionRecs.Recommenders.Sessions;

/// <summary>Scores products for the next click of a session.</summary>
public interface INextClick
{
    /// <summary>The name in reports.</summary>
    string Name { get; }

    /// <summary>Learns from whole sessions.</summary>
    void Fit(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions);

    /// <summary>Starts a session and returns what scores its next clicks: called once before each click with the clicks so far.</summary>
    /// <param name="seen">The clicks so far, at least one.</param>
    /// <param name="scores">One place per product; every place is written.</param>
    void Score(ReadOnlySpan<int> seen, Span<float> scores);
}
