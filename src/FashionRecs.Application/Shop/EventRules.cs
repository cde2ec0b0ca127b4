using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>Checks an event before it enters the log, which nothing ever leaves.</summary>
internal static class EventRules
{
    /// <summary>What is wrong with an event, in one sentence, or null.</summary>
    public static string? Broken(ShopperEvent seen, AttributeVocabulary vocabulary) => seen.Signal switch
    {
        PreferenceSignal.Edit or PreferenceSignal.Pin when seen.Weight is not { } weight || !(Math.Abs(weight) <= ScoreWeights.Largest) =>
            $"A weight set by hand must lie between -{ScoreWeights.Largest} and {ScoreWeights.Largest}.",
        >= PreferenceSignal.More when seen.Value is not { } value || value < 0 || value >= vocabulary.Values.Count || vocabulary.Values[value].IsInvisible =>
            $"The signal {seen.Signal} needs a value that a picture can show.",
        < PreferenceSignal.More when seen.ProductId is null => $"The signal {seen.Signal} needs a product.",
        _ => null,
    };
}
