using FashionRecs.Domain.Explanations;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>
/// What goes with what was chosen. It is worked out once per question, one at a time and beside the pages: a page shows what is known and
/// asks for the newest after it was drawn. Safe to share between threads.
/// </summary>
public sealed class PairingService(PairingCache models, Explainer explainer) : IDisposable
{
    /// <summary>Products that are kept per question, out of which rows are picked.</summary>
    private const int Kept = 60;

    /// <summary>Rows kept at most; each takes some 100 KB.</summary>
    private const int Capacity = 500;

    /// <summary>Numbers of evidence kept at most, 4 bytes each; a shopper's takes one per product and term.</summary>
    private const int MostNumbers = 16_000_000;

    private readonly PairingAnswers<IReadOnlyList<Pairing>> rows = new(models, _ => Capacity);
    private readonly PairingAnswers<ShopperValues> values = new(models, model => Math.Max(1, MostNumbers / model.EvidenceSize));
    private readonly PairingAnswers<ShopperEvidence> evidence = new(models, model => Math.Max(1, MostNumbers / model.EvidenceSize));
    private readonly SemaphoreSlim working = new(1);

    /// <summary>What was last found, at once; null where the question was not asked lately.</summary>
    public IReadOnlyList<Pairing>? Known(PairingQuestion question) => rows.Known(question.Key);

    /// <summary>
    /// What finds the evidence beside the picture for somebody's choices, by what is known now: at once where it was asked lately, else in
    /// some milliseconds for ten thousand products; null where the shop has none of what they chose.
    /// </summary>
    public async Task<Func<PairingQuestion, ShopperEvidence?>> EvidenceAsync(CancellationToken cancellation = default)
    {
        var model = await models.GetAsync(cancellation);
        return question => model is null ? null : evidence.Of(model, question.Key) ?? Find(model, question);
    }

    private ShopperEvidence? Find(PairingModel model, PairingQuestion question)
    {
        if (question == PairingQuestion.Everybody)
        {
            return model.EvidenceForEverybody() is { } same ? evidence.Keep(model, question.Key, same) : null;
        }

        // What the terms say hangs on the choices alone; any act changes what they count.
        var said = values.Of(model, question.ChosenKey) ?? (model.Values(question.Chosen) is { } found
            ? values.Keep(model, question.ChosenKey, found) : null);
        return said is null ? null : evidence.Keep(model, question.Key, model.Weigh(said, question.Acts));
    }

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

        if (rows.Of(model, question.Key) is { } known)
        {
            return known;
        }

        await working.WaitAsync(cancellation);
        try
        {
            return rows.Of(model, question.Key) ?? await Task.Run(() =>
                rows.Keep(model, question.Key, model.Best(question.Chosen, Kept, explainer)), cancellation);
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
        rows.Clear();
        values.Clear();
        evidence.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();
}
