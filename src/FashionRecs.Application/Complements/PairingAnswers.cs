using System.Collections.Concurrent;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>What was last answered to each question. Safe to share between threads.</summary>
/// <param name="models">Whose model the answers come from; what it has forgotten meanwhile must not come back.</param>
/// <param name="capacity">Answers kept at most, at least 1.</param>
internal sealed class PairingAnswers<T>(PairingCache models, Func<PairingModel, int> capacity) where T : class
{
    private readonly ConcurrentDictionary<string, (PairingModel Model, T Answer)> answers = new(StringComparer.Ordinal);

    /// <summary>The last answer, of whatever model; null where the question was not asked lately.</summary>
    public T? Known(string question) => answers.TryGetValue(question, out var known) ? known.Answer : null;

    /// <summary>The answer of a model; null where it was not asked lately.</summary>
    public T? Of(PairingModel model, string question) =>
        answers.TryGetValue(question, out var known) && ReferenceEquals(known.Model, model) ? known.Answer : null;

    /// <summary>Keeps an answer and returns it.</summary>
    public T Keep(PairingModel model, string question, T answer)
    {
        if (answers.Count >= capacity(model))
        {
            // All of it can be found again, so that forgetting costs time only.
            answers.Clear();
        }

        if (ReferenceEquals(models.Current, model))
        {
            answers[question] = (model, answer);
        }

        return answer;
    }

    /// <summary>Drops all answers.</summary>
    public void Clear() => answers.Clear();
}
