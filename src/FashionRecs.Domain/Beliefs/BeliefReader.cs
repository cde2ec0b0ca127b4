using System.Runtime.CompilerServices;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Beliefs;

/// <summary>
/// Makes readings of a product out of all that was said of it: a person's word where there is one, else what is believed for the network's
/// answers and the product's own words together. Where those two contradict each other, nothing can be said. Thread-safe.
/// </summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="models">The beliefs of each network.</param>
/// <param name="rule">What may be said.</param>
/// <param name="words">Reads the product's own words; null to go by pictures alone.</param>
public sealed class BeliefReader(AttributeVocabulary vocabulary, BeliefModels models, StatementRule rule, WordEvidence? words = null)
{
    private static readonly ConditionalWeakTable<AttributeVocabulary, BeliefReader> PlainReaders = [];

    /// <summary>The shop's reader: the beliefs, the words and the rule that ship with the project.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="rule">What may be said, where a shop decides otherwise.</param>
    /// <param name="texts">How far texts are believed, where a shop decides otherwise.</param>
    public static BeliefReader Shipped(AttributeVocabulary vocabulary, StatementRule? rule = null, TextBeliefOptions? texts = null) =>
        new(vocabulary, BeliefModels.Shipped(vocabulary), rule ?? new StatementRule(), WordEvidence.Shipped(vocabulary, texts));

    /// <summary>A reader that goes by pictures alone and knows no network's habits.</summary>
    public static BeliefReader Plain(AttributeVocabulary vocabulary) =>
        PlainReaders.GetValue(vocabulary, known => new BeliefReader(known, new BeliefModels(known), new StatementRule()));

    /// <summary>The same without the product's words.</summary>
    public BeliefReader PictureAlone => words is null ? this : new(vocabulary, models, rule);

    /// <summary>The readings, in the vocabulary's order; attributes of which nothing was said are left out.</summary>
    /// <param name="product">The product whose words count.</param>
    /// <param name="predicted">What the network said, or null.</param>
    /// <param name="reviewed">What people said, oldest first.</param>
    public IReadOnlyList<AttributeReading> Read(Product product, PredictedTags? predicted, IReadOnlyList<ReviewedTag> reviewed) =>
        Read(predicted, reviewed, predicted is null ? [] : words?.Reader.Read(product.Name, product.Type, product.Description) ?? []);

    /// <summary>The readings of a picture without a product.</summary>
    public IReadOnlyList<AttributeReading> Read(PredictedTags? predicted) => Read(predicted, [], []);

    /// <summary>
    /// Whether one of two readings that exclude each other takes the other's place: a person's word, or what is likelier to be seen at all.
    /// </summary>
    private static bool Outdoes(AttributeReading strong, AttributeReading weak) => strong.Attribute.Excludes.Contains(weak.Attribute)
        && strong.Visible >= Visibility.Shown && weak.Visible >= Visibility.Shown && weak.Source != TagSource.Reviewed
        && (strong.Source == TagSource.Reviewed || strong.Visible > weak.Visible
        || (strong.Visible == weak.Visible && strong.Attribute.Position < weak.Attribute.Position));

    private List<AttributeReading> Read(PredictedTags? predicted, IReadOnlyList<ReviewedTag> reviewed, IReadOnlyList<TextReading> texts)
    {
        var beliefs = (predicted is null ? [] : models.Read(predicted)).ToDictionary(belief => belief.Attribute);
        AttributeReading[] readings = [.. vocabulary.Attributes.Select(Reading).OfType<AttributeReading>()];
        return [.. readings.Select(reading => readings.Any(other => Outdoes(other, reading)) ? reading.Unseen() : reading)];

        AttributeReading? Reading(GarmentAttribute attribute)
        {
            var said = predicted?.Attributes.FirstOrDefault(reading => reading.Attribute == attribute);
            var text = texts.FirstOrDefault(reading => reading.Attribute == attribute);
            return reviewed.LastOrDefault(tag => tag.Attribute == attribute) is { } tag
                ? AttributeReading.Of(tag, said, rule) with { Words = text?.Words }
                : said is null ? null
                : text is null ? AttributeReading.Of(said, beliefs[attribute], rule)
                : words!.Join(AttributeReading.Of(said, beliefs[attribute], rule), text, rule);
        }
    }
}
