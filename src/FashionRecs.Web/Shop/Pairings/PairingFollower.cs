using FashionRecs.Application.Complements;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Web.Shop.Pairings;

/// <summary>
/// Waits beside a page for the newest pairings, so that neither the page nor a click ever waits for them. Used by one page, on its own
/// thread.
/// </summary>
/// <param name="service">What works them out.</param>
/// <param name="arrived">Shows them; called where they differ from what the page has.</param>
public sealed class PairingFollower(PairingService service, Func<Task> arrived) : IDisposable
{
    private CancellationTokenSource? waiting;

    /// <summary>Waits for the answer to another question instead; for none where it is null.</summary>
    /// <param name="question">The question.</param>
    /// <param name="shown">What the page shows meanwhile.</param>
    public void Follow(PairingQuestion? question, IReadOnlyList<Pairing> shown)
    {
        Stop();
        if (question is not null)
        {
            waiting = new CancellationTokenSource();
            _ = WaitAsync(question, shown, waiting.Token);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Stop()
    {
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = null;
    }

    private async Task WaitAsync(PairingQuestion question, IReadOnlyList<Pairing> shown, CancellationToken cancellation)
    {
        try
        {
            var newest = await service.NewestAsync(question, cancellation);
            if (!ReferenceEquals(newest, shown) && (newest.Count > 0 || shown.Count > 0))
            {
                cancellation.ThrowIfCancellationRequested();
                await arrived();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nobody looks any more, or the database is locked for now: the page is whole without the row, and asks again when it is next
            // drawn.
        }
    }
}
