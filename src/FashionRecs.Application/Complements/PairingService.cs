using System.Collections.Concurrent;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>
/// What goes with what was chosen. It is worked out once per question, one at a time and beside the pages: a page shows what is known and
/// asks for the newest after it was drawn. Safe to share between threads.
/// </summary>
public sealed class PairingService(PairingCache models) : IDisposable
{
    /// <summary>Products that are kept per question, out of which rows are picked.</summary>
    private const int Kept = 60;

    /// <summary>Answers kept at most; each takes some 100 KB.</summary>
    private const int Capacity = 500;

    private readonly ConcurrentDictionary<string, (PairingModel Model, IReadOnlyList<Pairing> Best)> answers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim working = new(1);

    /// <summary>What was last found, at once; null where the question was not asked lately.</summary>
    public IReadOnlyList<Pairing>? Known(PairingQuestion question) => answers.TryGetValue(question.Key, out var known) ? known.Best : null;

    /// <summary>
    /// What is found now; the same list as long as nothing else was learned. Takes a few milliseconds for ten thousand products, off the
    /// caller's thread.
    /// </summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<IReadOnlyList<Pairing>> NewestAsync(PairingQuestion question, CancellationToken cancellation = default)
    {
        if (await models.GetAsync(cancellation) is not { } model)
        {
            return [];
        }

        if (IsFor(model, question) is { } known)
        {
            return known;
        }

        await working.WaitAsync(cancellation);
        try
        {
            return IsFor(model, question) ?? await Task.Run(() => Answer(model, question), cancellation);
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Drops all that was learned and found; it is learned anew when next asked for.</summary>
    public void Forget()
    {
        models.Forget();
        answers.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    private IReadOnlyList<Pairing>? IsFor(PairingModel model, PairingQuestion question) =>
        answers.TryGetValue(question.Key, out var known) && ReferenceEquals(known.Model, model) ? known.Best : null;

    private IReadOnlyList<Pairing> Answer(PairingModel model, PairingQuestion question)
    {
        var best = model.Best(question.Chosen, Kept);
        if (answers.Count >= Capacity)
        {
            // All of it can be found again, so that forgetting costs time only.
            answers.Clear();
        }

        // What was forgotten meanwhile must not come back.
        if (ReferenceEquals(models.Current, model))
        {
            answers[question.Key] = (model, best);
        }

        return best;
    }
}
