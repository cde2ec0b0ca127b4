using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>Checks an event before it enters the log, which nothing ever leaves.</summary>
internal static class EventRules
{
    /// <summary>What is wrong with an event, in one sentence, or null.</summary>
    public static string? Broken(ShopperEvent seen, AttributeVocabulary vocabulary) =>
        seen.Signal.SetsWeight() && !(seen.Weight is { } weight && Math.Abs(weight) <= PreferenceVector.Largest)
            ? $"A weight set by hand must lie between -{PreferenceVector.Largest} and {PreferenceVector.Largest}."
        : seen is { Signal: PreferenceSignal.Bag, Weight: { } many } && !(many is >= 1 and <= ShopperProfile.MostOfOne && many % 1 == 0)
            ? $"A bag holds 1 to {ShopperProfile.MostOfOne} of one product."
        : seen.Value is { } code && !seen.Signal.CanBeAbout(vocabulary.FindValuesByFullCode(code))
            ? "The shop knows no such value that a picture can show."
        : seen.Signal.IsAboutValue() && seen.Value is null ? $"The signal {seen.Signal.Word()} needs a value that a picture can show."
        : seen.Signal.NeedsProduct() && seen.ProductId is null ? $"The signal {seen.Signal.Word()} needs a product."
        : null;
}
