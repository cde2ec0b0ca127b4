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
        var acts = profile.Acts(vocabulary);
        return
        [
            .. Enumerable.Range(0, acts.Groups.Count).Select(group => Of(profile, acts, group, options)).OfType<LearnedValue>()
                .OrderByDescending(entry => Math.Abs(entry.Weight)).ThenBy(entry => entry.Value.Index)
                    .ThenBy(entry => entry.Family is null),
        ];
    }

    private static LearnedValue? Of(ShopperProfile profile, ActsOnValues acts, int group, ExplanationOptions options)
    {
        var (state, (values, family)) = (profile.State, acts.Groups[group]);
        var (weight, deviation, evidence) = state.Liking([.. values.Select(value => value.Index)]);
        // What was done to products that have one of the values or to the values themselves; where that is nothing, what little there is.
        var clear = acts.Clear(group);
        var places = clear.Count > 0 || evidence < options.LeastEvidence ? clear : acts.Any(group);
        return places.Count == 0 ? null : new LearnedValue(
            values.MaxBy(value => state.Evidence[value.Index])!, weight, deviation, Certainty(weight, deviation),
            values.All(value => state.Pinned.Contains(value.Index)), new EventsAt(profile.History.Events, places))
        {
            Family = family,
        };
    }

    private static double Certainty(double weight, double deviation) =>
        deviation == 0 ? 1 : Normal.CDF(0, 1, Math.Abs(weight) / deviation);
}
