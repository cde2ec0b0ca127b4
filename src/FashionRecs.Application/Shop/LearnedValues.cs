using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Application.Shop;

/// <summary>Puts a shopper's weights beside the events they came from.</summary>
internal static class LearnedValues
{
    public static IReadOnlyList<LearnedValue> Of(ShopperProfile profile, AttributeVocabulary vocabulary)
    {
        var learned = new List<LearnedValue>();
        foreach (var value in vocabulary.Values.Where(value => !value.IsInvisible))
        {
            var events = profile.History.Events
                .Where(entry => entry.Learned.Value is { } about ? about == value.Index : entry.Learned.Item is { } item && item[value.Index] >= Visibility.Shown)
                .Select(entry => entry.Event).ToArray();
            if (events.Length > 0)
            {
                var (weight, deviation) = (profile.State.Mean[value.Index], profile.State.Deviation(value.Index));
                learned.Add(new LearnedValue(value, weight, deviation, Certainty(weight, deviation), profile.State.Pinned.Contains(value.Index), events));
            }
        }

        return [.. learned.OrderByDescending(entry => Math.Abs(entry.Weight)).ThenBy(entry => entry.Value.Index)];
    }

    private static double Certainty(double weight, double deviation) =>
        deviation == 0 ? 1 : Normal.CDF(0, 1, Math.Abs(weight) / deviation);
}
