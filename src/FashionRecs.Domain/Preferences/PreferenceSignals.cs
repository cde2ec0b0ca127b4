using System.Collections.Frozen;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Preferences;

/// <summary>
/// Tells signals apart, and the words by which they are stored and sent. Every signal is named in every switch: one that is added does not
/// compile before it is.
/// </summary>
public static class PreferenceSignals
{
    private static readonly FrozenDictionary<string, PreferenceSignal> ByWord =
        Enum.GetValues<PreferenceSignal>().ToFrozenDictionary(Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The word that stands for a signal in logs and messages; it never changes, whatever the signal is called in the code.
    /// </summary>
    public static string Word(this PreferenceSignal signal) => signal switch
    {
        PreferenceSignal.View => "View",
        PreferenceSignal.Like => "Like",
        PreferenceSignal.Dislike => "Dislike",
        PreferenceSignal.Hide => "Hide",
        PreferenceSignal.Bag => "Bag",
        PreferenceSignal.Skipped => "Skipped",
        PreferenceSignal.More => "More",
        PreferenceSignal.Less => "Less",
        PreferenceSignal.Edit => "Edit",
        PreferenceSignal.Pin => "Pin",
        PreferenceSignal.Unpin => "Unpin",
        PreferenceSignal.Forget => "Forget",
        PreferenceSignal.Deny => "Deny",
        PreferenceSignal.Everybody => "Everybody",
        PreferenceSignal.Personal => "Personal",
    };

    /// <summary>The signal of a word, in any case of letters; null for a word that means no signal (any more).</summary>
    public static PreferenceSignal? TryRead(string word) => ByWord.TryGetValue(word, out var signal) ? signal : null;

    /// <summary>Whether it is about one value.</summary>
    public static bool IsAboutValue(this PreferenceSignal signal) => signal switch
    {
        PreferenceSignal.More or PreferenceSignal.Less or PreferenceSignal.Edit or PreferenceSignal.Pin or PreferenceSignal.Unpin
            or PreferenceSignal.Forget or PreferenceSignal.Deny => true,
        PreferenceSignal.View or PreferenceSignal.Like or PreferenceSignal.Dislike or PreferenceSignal.Hide or PreferenceSignal.Bag
            or PreferenceSignal.Skipped or PreferenceSignal.Everybody or PreferenceSignal.Personal => false,
    };

    /// <summary>Whether it is about a product, or about what one product is said to have.</summary>
    public static bool NeedsProduct(this PreferenceSignal signal) => signal == PreferenceSignal.Deny || signal.JudgesProduct();

    /// <summary>Whether it says what the shopper thinks of a product as a whole.</summary>
    public static bool JudgesProduct(this PreferenceSignal signal) => !signal.IsAboutValue() && !signal.SetsRanking();

    /// <summary>Whether it says how everything is to be ranked for the shopper.</summary>
    public static bool SetsRanking(this PreferenceSignal signal) => signal is PreferenceSignal.Everybody or PreferenceSignal.Personal;

    /// <summary>Whether it can be about these values: one that a picture can show, or all of a family.</summary>
    public static bool CanBeAbout(this PreferenceSignal signal, IReadOnlyList<AttributeValue> values) =>
        signal.IsAboutValue() && (values is [{ IsInvisible: false }] || values.Count > 1);

    /// <summary>Whether something is learned from it of the shopper's taste.</summary>
    public static bool Teaches(this PreferenceSignal signal) => signal is not PreferenceSignal.Deny && !signal.SetsRanking();

    /// <summary>Whether it sets a weight by hand.</summary>
    public static bool SetsWeight(this PreferenceSignal signal) => signal is PreferenceSignal.Edit or PreferenceSignal.Pin;

    /// <summary>
    /// Whether the shopper did it to say something, and may want to take it back; opening and passing over come with looking around.
    /// </summary>
    public static bool IsDeliberate(this PreferenceSignal signal) => signal switch
    {
        PreferenceSignal.View or PreferenceSignal.Skipped => false,
        PreferenceSignal.Like or PreferenceSignal.Dislike or PreferenceSignal.Hide or PreferenceSignal.Bag or PreferenceSignal.More
            or PreferenceSignal.Less or PreferenceSignal.Edit or PreferenceSignal.Pin or PreferenceSignal.Unpin
            or PreferenceSignal.Forget or PreferenceSignal.Deny or PreferenceSignal.Everybody or PreferenceSignal.Personal => true,
    };
}
