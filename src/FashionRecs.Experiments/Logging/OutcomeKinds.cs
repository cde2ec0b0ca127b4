using System.Collections.Frozen;

namespace FashionRecs.Experiments.Logging;

/// <summary>
/// Tells outcomes apart, and the words by which they are stored and sent. Every kind is named in every switch: one that is added does not
/// compile before it is.
/// </summary>
public static class OutcomeKinds
{
    private static readonly FrozenDictionary<string, OutcomeKind> ByWord = Enum.GetValues<OutcomeKind>()
        .ToFrozenDictionary(Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that stands for a kind in logs and messages; it never changes, whatever the kind is called in the code.</summary>
    public static string Word(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.Impression => "Impression",
        OutcomeKind.Click => "Click",
        OutcomeKind.Like => "Like",
        OutcomeKind.LikeOpened => "LikeOpened",
        OutcomeKind.Bag => "Bag",
        OutcomeKind.Hide => "Hide",
        OutcomeKind.Dwell => "Dwell",
        OutcomeKind.Hover => "Hover",
        OutcomeKind.MapToggle => "MapToggle",
        OutcomeKind.Decision => "Decision",
        OutcomeKind.LikingBefore => "LikingBefore",
        OutcomeKind.LikingAfter => "LikingAfter",
        OutcomeKind.Trust => "Trust",
        OutcomeKind.Transparency => "Transparency",
        OutcomeKind.RegionAgreement => "RegionAgreement",
        OutcomeKind.Asked => "Asked",
        OutcomeKind.Declined => "Declined",
    };

    /// <summary>The kind of a word, in any case of letters; null for a word that means no kind (any more).</summary>
    public static OutcomeKind? TryRead(string word) => ByWord.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Whether it answers a question that was asked.</summary>
    public static bool IsAnswer(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.LikingBefore or OutcomeKind.LikingAfter or OutcomeKind.Trust or OutcomeKind.Transparency
            or OutcomeKind.RegionAgreement => true,
        OutcomeKind.Impression or OutcomeKind.Click or OutcomeKind.Like or OutcomeKind.LikeOpened or OutcomeKind.Bag
            or OutcomeKind.Hide or OutcomeKind.Dwell or OutcomeKind.Hover or OutcomeKind.MapToggle or OutcomeKind.Decision
            or OutcomeKind.Asked or OutcomeKind.Declined => false,
    };

    /// <summary>
    /// Whether somebody did it on purpose; the others come by themselves with scrolling, pointing, looking, or with another act.
    /// </summary>
    public static bool IsDeliberate(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.Impression or OutcomeKind.Dwell or OutcomeKind.Hover or OutcomeKind.Decision or OutcomeKind.Asked => false,
        OutcomeKind.Click or OutcomeKind.Like or OutcomeKind.LikeOpened or OutcomeKind.Bag or OutcomeKind.Hide
            or OutcomeKind.MapToggle or OutcomeKind.LikingBefore or OutcomeKind.LikingAfter or OutcomeKind.Trust or OutcomeKind.Transparency
            or OutcomeKind.RegionAgreement or OutcomeKind.Declined => true,
    };
}
