using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
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
        (IReadOnlyList<AttributeValue> Values, ValueFamily? Family)[] asked =
        [
            .. vocabulary.Attributes.SelectMany(attribute => attribute.VisibleValues
                .Select(value => ((IReadOnlyList<AttributeValue>)[value], (ValueFamily?)null))
                .Concat(attribute.Families.Select(family => (family.Values, (ValueFamily?)family)))),
        ];
        var acts = ActsOnValues.Of(profile.History.Events, [.. asked.Select(entry => entry.Values)], vocabulary.Values.Count);
        return
        [
            .. asked.Zip(acts, (entry, own) => Of(profile.State, entry.Values, entry.Family, own, options)).OfType<LearnedValue>()
                .OrderByDescending(entry => Math.Abs(entry.Weight)).ThenBy(entry => entry.Value.Index).ThenBy(entry => entry.Family is null),
        ];
    }

    private static LearnedValue? Of(
        PreferenceState state, IReadOnlyList<AttributeValue> values, ValueFamily? family, ActsOnValues acts, ExplanationOptions options)
    {
        var (weight, deviation, evidence) = state.Liking([.. values.Select(value => value.Index)]);
        // What was done to products that have one of the values or to the values themselves; where that is nothing, what little there is.
        var events = acts.Clear.Count > 0 || evidence < options.LeastEvidence ? acts.Clear : acts.Any;
        return events.Count == 0 ? null : new LearnedValue(
            values.MaxBy(value => state.Evidence[value.Index])!, weight, deviation, Certainty(weight, deviation),
            values.All(value => state.Pinned.Contains(value.Index)), events)
        {
            Family = family,
        };
    }

    private static double Certainty(double weight, double deviation) =>
        deviation == 0 ? 1 : Normal.CDF(0, 1, Math.Abs(weight) / deviation);
}
