using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Puts a shopper's weights beside the events they came from. Whatever a reason can name (<see cref="ExplanationOptions.LeastEvidence"/>)
/// is among them, so that it can be looked up and corrected.
/// </summary>
internal static class LearnedValues
{
    /// <summary>Strongest first.</summary>
    public static IReadOnlyList<LearnedValue> Of(ShopperProfile profile, AttributeVocabulary vocabulary, ExplanationOptions options)
    {
        var learned = new List<LearnedValue>();
        foreach (var attribute in vocabulary.Attributes)
        {
            learned.AddRange(attribute.VisibleValues.Select(value => Of(profile, [value], null, options)).OfType<LearnedValue>());
            learned.AddRange(attribute.Families.Select(family => Of(profile, family.Values, family, options)).OfType<LearnedValue>());
        }

        return [.. learned.OrderByDescending(entry => Math.Abs(entry.Weight)).ThenBy(entry => entry.Value.Index)
            .ThenBy(entry => entry.Family is null)];
    }

    private static LearnedValue? Of(ShopperProfile profile, IReadOnlyList<AttributeValue> values, ValueFamily? family,
        ExplanationOptions options)
    {
        var state = profile.State;
        var (weight, deviation, evidence) = state.Liking([.. values.Select(value => value.Index)]);
        var events = Events(profile, values, evidence >= options.LeastEvidence);
        if (events.Length == 0)
        {
            return null;
        }

        return new LearnedValue(
            values.MaxBy(value => state.Evidence[value.Index])!, weight, deviation, Certainty(weight, deviation),
            values.All(value => state.Pinned.Contains(value.Index)), events)
        {
            Family = family,
        };
    }

    /// <summary>
    /// What was done to products that have one of the values or to the values themselves; where that is nothing, what little there is.
    /// </summary>
    private static Shoppers.ShopperEvent[] Events(ShopperProfile profile, IReadOnlyList<AttributeValue> values, bool isNamed)
    {
        var teaching = profile.History.Events.Where(entry => entry.Event.Signal.Teaches())
            .Select(entry => (entry.Event, Amount: Amount(entry.Learned, values))).ToArray();
        Shoppers.ShopperEvent[] clear = [.. teaching.Where(entry => entry.Amount >= Visibility.Shown).Select(entry => entry.Event)];
        return clear.Length > 0 || !isNamed ? clear
            : [.. teaching.Where(entry => entry.Amount > 0 && entry.Event.Signal != PreferenceSignal.Skipped).Select(entry => entry.Event)];
    }

    private static float Amount(PreferenceEvent learned, IReadOnlyList<AttributeValue> values) => learned switch
    {
        { Value: { } about } => values.Any(value => value.Index == about) ? 1 : 0,
        { Item: { } item } => values.Sum(value => item[value.Index]),
        _ => 0,
    };

    private static double Certainty(double weight, double deviation) =>
        deviation == 0 ? 1 : Normal.CDF(0, 1, Math.Abs(weight) / deviation);
}
