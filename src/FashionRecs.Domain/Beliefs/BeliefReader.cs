using System.Runtime.CompilerServices;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Beliefs;

/// <summary>Makes readings of a product out of all that was said of it: a person's word where there is one, else what is believed for the network's. Thread-safe.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="models">The beliefs of each network.</param>
/// <param name="rule">What may be said.</param>
public sealed class BeliefReader(AttributeVocabulary vocabulary, BeliefModels models, StatementRule rule)
{
    private static readonly ConditionalWeakTable<AttributeVocabulary, BeliefReader> PlainReaders = [];

    /// <summary>The shop's reader: the beliefs and the rule that ship with the project.</summary>
    public static BeliefReader Shipped(AttributeVocabulary vocabulary) => new(vocabulary, BeliefModels.Shipped(vocabulary), new StatementRule());

    /// <summary>A reader that knows no network's habits.</summary>
    public static BeliefReader Plain(AttributeVocabulary vocabulary) =>
        PlainReaders.GetValue(vocabulary, words => new BeliefReader(words, new BeliefModels(words), new StatementRule()));

    /// <summary>The readings, in the vocabulary's order; attributes of which nothing was said are left out.</summary>
    public IReadOnlyList<AttributeReading> Read(PredictedTags? predicted, IReadOnlyList<ReviewedTag> reviewed)
    {
        var beliefs = (predicted is null ? [] : models.Read(predicted)).ToDictionary(belief => belief.Attribute);
        return [.. vocabulary.Attributes.Select(Reading).OfType<AttributeReading>()];

        AttributeReading? Reading(GarmentAttribute attribute)
        {
            var said = predicted?.Attributes.FirstOrDefault(reading => reading.Attribute == attribute);
            return reviewed.LastOrDefault(tag => tag.Attribute == attribute) is { } tag ? AttributeReading.Of(tag, said, rule)
                : said is null ? null
                : AttributeReading.Of(said, beliefs[attribute], rule);
        }
    }
}
