using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Labels;

namespace FashionRecs.Application.Review.Queue;

/// <summary>
/// How sure network and people together are of each attribute of each product (<see cref="ActiveLab"/>): the lower, the more another word
/// teaches. Immutable and safe to share between threads.
/// </summary>
public sealed class TeachingScores
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>();

    private readonly ActiveLab[] labs;

    private TeachingScores(ActiveLab[] labs) => this.labs = labs;

    /// <summary>Weighs network and people, attribute by attribute, by what they said so far.</summary>
    public static TeachingScores Of(QueueBoard board, AttributeVocabulary vocabulary)
    {
        var reviewed = board.Entries.Where(entry => entry.Annotations.Count > 0).ToArray();
        return new TeachingScores([.. vocabulary.Attributes.Select(attribute => new ActiveLab(
            reviewed.Where(entry => entry.Annotations.ContainsKey(attribute)).Select(entry => Example(entry, attribute))
                .OfType<AnnotatedExample>(), attribute.Values.Count))]);
    }

    /// <summary>The score in [0, 1]; 1 where the network has not looked.</summary>
    public double Of(QueueEntry entry, GarmentAttribute attribute) =>
        Example(entry, attribute) is { } example ? labs[attribute.Position].Score(example) : 1;

    private static AnnotatedExample? Example(QueueEntry entry, GarmentAttribute attribute)
    {
        if (entry.Place.Item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == attribute) is not { } own)
        {
            return null;
        }

        // The network gives each value a probability of its own; here they compete.
        var sum = Math.Max(own.Probabilities.Sum(), 1e-6);
        return new AnnotatedExample(Labels(entry, attribute), [.. own.Probabilities.Select(p => (double)p / sum)]);
    }

    private static IReadOnlyDictionary<string, int> Labels(QueueEntry entry, GarmentAttribute attribute)
    {
        if (entry.Hidden.Contains(attribute) || !entry.Annotations.TryGetValue(attribute, out var said))
        {
            return None;
        }

        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var annotation in said.Where(annotation => annotation.Chosen >= 0 && !annotation.IsUnseen))
        {
            labels[annotation.Reviewer] = annotation.Chosen;
        }

        return labels;
    }
}
