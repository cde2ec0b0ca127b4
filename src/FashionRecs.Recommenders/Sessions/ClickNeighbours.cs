namespace FashionRecs.Recommenders.Sessions;

/// <summary>
/// Products that sessions click right after the last one, and soon after the ones before: item-to-item transitions, earlier clicks counting
/// half each (sequential rules of Ludewig, Jannach: Evaluation of session-based recommendation algorithms, UMUAI 2018).
/// </summary>
public sealed class ClickNeighbours : INextClick
{
    private const int Window = 10;
    private const float Decay = 0.5f;
    private float[][] follows = [];

    /// <inheritdoc/>
    public string Name => "sequential rules";

    /// <inheritdoc/>
    public void Fit(ClickedCatalog catalog, IReadOnlyList<ClickSession> sessions)
    {
        follows = [.. catalog.Models.Select(_ => new float[catalog.Models.Count])];
        foreach (var clicks in sessions.Select(session => session.Models))
        {
            for (var later = 1; later < clicks.Length; later++)
            {
                for (var earlier = Math.Max(0, later - Window); earlier < later; earlier++)
                {
                    follows[clicks[earlier]][clicks[later]] += 1f / (later - earlier);
                }
            }
        }

        foreach (var line in follows)
        {
            var total = line.Sum() + 1;
            for (var model = 0; model < line.Length; model++)
            {
                line[model] /= total;
            }
        }
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> seen, Span<float> scores)
    {
        scores.Clear();
        var weight = 1f;
        for (var place = seen.Length - 1; place >= Math.Max(0, seen.Length - Window); place--, weight *= Decay)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(follows[seen[place]], weight, scores, scores);
        }
    }
}
