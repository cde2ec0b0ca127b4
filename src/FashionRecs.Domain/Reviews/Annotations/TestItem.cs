using FashionRecs.Domain.Hashing;

namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>
/// Test items: what two or more people agree on is known, and a share of it is put before others as if nobody had looked, so that their
/// answers tell how well they review. Who is asked is never told which they are. (Elsewhere they are called gold items or honeypots.)
/// </summary>
public static class TestItem
{
    private const int Buckets = 10_000;

    /// <summary>Whether a product may serve as one: a fixed pseudo-random share, so that everybody agrees on it.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="share">In [0, 1].</param>
    public static bool IsIn(string product, double share) => share > 0 && Fnv1A32.Hash($"test-item:{product}") % Buckets < share * Buckets;

    /// <summary>
    /// Place of the value that is known before a person speaks: two or more others who looked named it, and nobody else named another. −1
    /// where nothing is known, or the person has spoken.
    /// </summary>
    /// <param name="log">All annotations that were not undone, oldest first.</param>
    /// <param name="reviewer">The person.</param>
    public static int Known(IReadOnlyList<Annotation> log, string reviewer) =>
        log.Any(annotation => annotation.Reviewer == reviewer) ? -1 : Agreed(log);

    /// <summary>
    /// What a person said of a test item, and what was known then; null where it was none to them: they spoke before it was known.
    /// </summary>
    /// <inheritdoc cref="Known"/>
    public static (int Said, int Known)? Answer(IReadOnlyList<Annotation> log, string reviewer)
    {
        for (var place = 0; place < log.Count; place++)
        {
            if (log[place].Reviewer == reviewer)
            {
                // The first word that names a value: who was unsure first has still been asked.
                var said = log.Skip(place).FirstOrDefault(annotation =>
                    annotation.Reviewer == reviewer && annotation.Chosen >= 0 && !annotation.IsUnseen);
                return said is not null && Agreed([.. log.Take(place)]) is var known and >= 0 ? (said.Chosen, known) : null;
            }
        }

        return null;
    }

    private static int Agreed(IReadOnlyList<Annotation> log)
    {
        var latest = log.Where(annotation => annotation.Chosen >= 0 && !annotation.IsUnseen)
            .GroupBy(annotation => annotation.Reviewer, StringComparer.Ordinal).Select(group => group.Last().Chosen).ToArray();
        return latest.Length >= 2 && latest.Distinct().Count() == 1 ? latest[0] : -1;
    }
}
