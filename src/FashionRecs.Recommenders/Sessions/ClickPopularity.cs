namespace FashionRecs.Recommenders.Sessions;

/// <summary>The products that most sessions click.</summary>
public sealed class ClickPopularity : INextClick
{
    private float[] counts = [];

    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public void Fit(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions)
    {
        counts = new float[catalog.Models.Count];
        foreach (var model in sessions.SelectMany(session => session.Models))
        {
            counts[model]++;
        }
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> seen, Span<float> scores) => counts.CopyTo(scores);
}
